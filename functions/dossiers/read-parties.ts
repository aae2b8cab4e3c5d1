/** The people of an intake, brought into shape: telephone numbers to E.164, the owner filled in when applicant and owner are one. */
import type { OnlineIntake } from '../../shared/contracts/http/dossier-intake.ts';
import type { Parties } from '../../shared/domain/dossier/parties.ts';
import type { FieldError } from '../../shared/shell/http.ts';
import { toE164 } from '../../shared/shell/phone.ts';

export type ReadParties =
  | { readonly kind: 'read'; readonly parties: Omit<Parties, 'fileNames'> }
  | { readonly kind: 'malformed'; readonly errors: readonly FieldError[] };

export function readParties(
  body: Pick<OnlineIntake, 'applicant' | 'owner' | 'request' | 'returnAddress'>,
): ReadParties {
  const { applicant, owner, request, returnAddress } = body;
  const phone = toE164(applicant.phone);
  const returnPhone = returnAddress === undefined ? undefined : toE164(returnAddress.phone);
  const errors = [
    ...(phone === undefined ? [{ pointer: '/applicant/phone', code: 'phone' }] : []),
    ...(returnAddress !== undefined && returnPhone === undefined
      ? [{ pointer: '/returnAddress/phone', code: 'phone' }]
      : []),
  ];
  if (phone === undefined || errors.length > 0) return { kind: 'malformed', errors };
  return {
    kind: 'read',
    parties: {
      applicant: { ...applicant, phone },
      owner: owner ?? {
        kind: 'citizen',
        name: applicant.name,
        address: applicant.address,
        ...(applicant.idNumber !== undefined && { idNumber: applicant.idNumber }),
      },
      request,
      ...(returnAddress !== undefined &&
        returnPhone !== undefined && { returnAddress: { ...returnAddress, phone: returnPhone } }),
    },
  };
}
