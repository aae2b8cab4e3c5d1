/** What the runtime and a function's process say to each other. */
export interface InvocationMessage {
  readonly requestId: string;
  readonly event: unknown;
  readonly functionArn: string;
  /** Epoch milliseconds by the real clock. */
  readonly deadline: number;
}

export type ProcessMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'returned'; readonly requestId: string; readonly payload: unknown }
  | {
      readonly kind: 'failed';
      /** Absent when the function could not be loaded at all. */
      readonly requestId: string | undefined;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: string;
    };

export interface ProcessStart {
  readonly codeDirectory: string;
  readonly handler: string;
  readonly shiftMilliseconds: number;
}
