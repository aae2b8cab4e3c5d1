/**
 * What SES wrote on top of a message when it took it in. Below it lies what the sender wrote, who may write the same names; so only the
 * first lines count, in SES's order, and only up to the receipt that ends them:
 *
 *     Return-Path: <officer@ward.example>
 *     Received: from mx.ward.example (mx.ward.example [192.0.2.7])
 *      by inbound-smtp.ap-southeast-1.amazonaws.com with SMTP id 8i6cr4…
 *      for r.…@reply.example;
 *      Mon, 23 Nov 2026 02:00:00 +0000 (UTC)
 *     X-SES-Spam-Verdict: PASS
 *     X-SES-Virus-Verdict: PASS
 *     Received-SPF: pass (spfCheck: domain of ward.example designates …) client-ip=…; envelope-from=…; helo=…;
 *     Authentication-Results: amazonses.com;
 *      spf=pass (spfCheck: domain of ward.example designates …) client-ip=…; envelope-from=…; helo=…;
 *      dkim=pass header.i=@ward.example;
 *      dmarc=pass header.from=ward.example;
 *     X-SES-RECEIPT: …
 *     X-SES-DKIM-SIGNATURE: …
 *
 * Source: AWS, SES Developer Guide, "Contents of notifications" (its example shows these headers in this order); stored messages shown in
 * public agree, for example mozilla/fx-private-relay pull request 1486. Without scanning (`scanEnabled`) the two verdicts are missing.
 */
import type { ParsedMail } from '../reading/parsed-mail.ts';

export interface SesHeaders {
  readonly spamVerdict: string;
  readonly virusVerdict: string;
  readonly receivedSpf: string;
  readonly authenticationResults: string;
}

const INBOUND_HOST = / by inbound-smtp\.[a-z0-9-]{1,40}\.amazonaws\.com with /u;
const WRITTEN_BY_SES = ['x-ses-spam-verdict', 'x-ses-virus-verdict', 'received-spf', 'authentication-results'];

/** @returns undefined unless all of it is there: nothing is believed of a message that did not come through SES as it should. */
export function sesHeaders({ headers }: Pick<ParsedMail, 'headers'>): SesHeaders | undefined {
  const first = headers[0]?.[0] === 'return-path' ? 1 : 0;
  const [received, ...below] = headers.slice(first, first + WRITTEN_BY_SES.length + 2);
  if (received?.[0] !== 'received' || !INBOUND_HOST.test(oneLine(received[1]))) return undefined;

  // Four places and four names: none is missing, none comes twice.
  if (below[WRITTEN_BY_SES.length]?.[0] !== 'x-ses-receipt') return undefined;
  const block = new Map(below.map(([name, value]) => [name, oneLine(value)]));
  const [spamVerdict, virusVerdict, receivedSpf, authenticationResults] = WRITTEN_BY_SES.map((name) => block.get(name));
  if (spamVerdict === undefined || virusVerdict === undefined) return undefined;
  if (receivedSpf === undefined || authenticationResults === undefined) return undefined;
  return { spamVerdict, virusVerdict, receivedSpf, authenticationResults };
}

function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
