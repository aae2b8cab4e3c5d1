import { provinceOn, unitOn } from '../../../shared/domain/catalogue/lookup.ts';
import { staffOn } from '../../../shared/domain/catalogue/people.ts';
import { localDateOf } from '../../../shared/domain/time.ts';
import type { Today } from '../outgoing/prepare-mail.ts';
import type { Addressee } from '../outgoing/recipient-address.ts';

/** In the name of the reader's own unit. */
export function signatureOf(reader: Addressee, { catalogue, now }: Today): readonly string[] {
  const on = localDateOf(now);
  const unitId =
    reader.kind === 'mailbox'
      ? reader.unitId
      : reader.kind === 'staff'
        ? staffOn(catalogue, reader.staffId, on)?.unit
        : undefined;
  const unit = unitId === undefined ? undefined : unitOn(catalogue, unitId, on);
  const hotline = `Tổng đài ${provinceOn(catalogue, on)?.hotline ?? '1022'}.`;
  return [unit === undefined ? hotline : `${unit.name}. ${hotline}`, 'Thư này được gửi tự động.'];
}
