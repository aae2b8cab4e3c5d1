import type { LocalRuntime } from './runtime.ts';

/** What a person sees when the system is ready: where everything is, and what to do first. */
export function nextSteps(runtime: LocalRuntime): string {
  return `
Một Cửa 1022 đã sẵn sàng · is ready

  API và trang · API and pages   ${runtime.baseUrl}
  Hộp thư gửi đi · Mail viewer   ${runtime.mailUrl}

Bước tiếp theo · Next step:
  curl -s ${runtime.baseUrl}/openapi.json
Dừng · Stop: Ctrl-C
`;
}
