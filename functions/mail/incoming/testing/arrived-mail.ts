/** A message as SES leaves it in the bucket: its own headers on top (`sesHeaders` shows them), then what the sender wrote. */
export interface Arrival {
  /** Envelope sender; empty for a bounce. */
  readonly envelopeFrom?: string;
  readonly recipient?: string;
  /** Results in SES's words, `pass header.i=@ward.example`. */
  readonly dkim?: readonly string[];
  /** `pass header.from=ward.example`; undefined when SES says nothing. */
  readonly dmarc?: string | undefined;
  readonly spam?: string;
  readonly virus?: string;
  readonly helo?: string;
}

/** @param domain that SES vouches for, unless the arrival says otherwise. */
export function sesBlock(domain: string, arrival: Arrival = {}): string {
  const {
    envelopeFrom = `someone@${domain}`,
    recipient = 'anybody@reply.example',
    dkim = [`pass header.i=@${domain}`],
    spam = 'PASS',
    virus = 'PASS',
    helo = `mx.${domain}`,
  } = arrival;
  const dmarc = 'dmarc' in arrival ? arrival.dmarc : `pass header.from=${domain}`;
  const spf = `pass (spfCheck: domain of ${domain} designates 192.0.2.7 as permitted sender) client-ip=192.0.2.7; envelope-from=${envelopeFrom}; helo=${helo};`;
  return [
    `Return-Path: <${envelopeFrom}>`,
    `Received: from ${helo} (${helo} [192.0.2.7])`,
    ' by inbound-smtp.ap-southeast-1.amazonaws.com with SMTP id 8i6cr4aeu15skb2lb71a0qo4ts7a8mbou5nfpgg1',
    ` for ${recipient};`,
    ' Mon, 23 Nov 2026 02:00:00 +0000 (UTC)',
    `X-SES-Spam-Verdict: ${spam}`,
    `X-SES-Virus-Verdict: ${virus}`,
    `Received-SPF: ${spf}`,
    'Authentication-Results: amazonses.com;',
    ` spf=${spf}`,
    ...dkim.map((result) => ` dkim=${result};`),
    ...(dmarc === undefined ? [] : [` dmarc=${dmarc};`]),
    'X-SES-RECEIPT: AEFBQUFBQUFBQUFFY1VZZVZqekpKd2pPcEFj',
    'X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; d=amazonses.com; v=1;',
    '',
  ].join('\r\n');
}

/** Headers as the parser gives them: names in lower case, values unfolded, in order. */
export function headersOf(block: string): readonly (readonly [name: string, value: string])[] {
  return block
    .replace(/\r\n[ \t]+/gu, ' ')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
}
