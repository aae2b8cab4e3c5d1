/** Brings one case into each state that a page shows, and names the pages. */
import { CLERK, HEAD, OFFICE_HEAD, OFFICIAL, WARD } from '../api/people.ts';
import {
  actFromMail,
  applicantNamed,
  details,
  done,
  fileAt,
  fileOnline,
  pdf,
  signedIn,
  signInLink,
  upload,
} from '../e2e/acts.ts';
import { Browser, expectStatus, freshKey } from '../e2e/browser.ts';
import { linkNamed, mailOf } from '../e2e/mailbox.ts';
import { eventually, type OwnSystem } from '../e2e/running-system.ts';

export interface NamedPage {
  readonly name: string;
  readonly path: string;
  /** Opened by a signed-in official. */
  readonly staff?: boolean;
  /** A mail's HTML part, which a mail program shows without an address. */
  readonly html?: string;
}

export interface NamedForm extends NamedPage {
  readonly paper: 'A4' | 'A5';
  readonly pages: number;
}

export interface FurnishedPages {
  readonly all: readonly NamedPage[];
  readonly forms: readonly NamedForm[];
}

const longOwner = {
  kind: 'enterprise',
  name: 'Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Thị Minh Khai Bình Dương',
  address: 'Lô 12, đường số 7, khu công nghiệp hư cấu, phường Thủ Dầu Một, Thành phố Hồ Chí Minh',
} as const;

const documents = [
  { lineId: 'to-khai', originals: 1, certifiedCopies: 0, photocopies: 0 },
  { lineId: 'giay-to-tuy-than', originals: 0, certifiedCopies: 1, photocopies: 0 },
];

export async function furnishPages(system: OwnSystem): Promise<FurnishedPages> {
  const [official, clerk] = await Promise.all([signedIn(system, OFFICIAL), signedIn(system, CLERK)]);
  const [examined, apologised, online, supplemented, refused, bag] = await Promise.all([
    examinedCase(system, official),
    apologisedCase(system, official),
    uncheckedCase(system, official),
    supplementedCase(system, official),
    refusedCase(system, official),
    signedBag(clerk, official),
  ]);
  const asking = new Browser(system);
  const signIn = await signInLink(asking, OFFICE_HEAD);
  const staff = true;
  const forms: readonly NamedForm[] = [
    { name: 'form-receipt', path: `/forms/receipt/${examined.code}`, paper: 'A5', pages: 1, staff },
    {
      name: 'form-supplement-request',
      path: `/forms/supplement-request/${supplemented.code}`,
      paper: 'A5',
      pages: 1,
      staff,
    },
    { name: 'form-refusal', path: `/forms/refusal/${refused}`, paper: 'A5', pages: 1, staff },
    { name: 'form-apology', path: `/forms/apology/${apologised.sent}`, paper: 'A5', pages: 1, staff },
    { name: 'form-apology-draft', path: `/forms/apology-draft/${apologised.prepared}`, paper: 'A5', pages: 1, staff },
    { name: 'form-process-control', path: `/forms/process-control/${examined.code}`, paper: 'A5', pages: 1, staff },
    { name: 'form-send-slip', path: `/forms/send-slip/${bag.code}`, paper: 'A5', pages: 1, staff },
    { name: 'form-handover-record', path: `/handovers/${bag.handoverId}/record`, paper: 'A4', pages: 1, staff },
  ];
  const all: readonly NamedPage[] = [
    { name: 'home', path: '/' },
    { name: 'look-up', path: '/tra-cuu' },
    { name: 'look-up-found', path: `/tra-cuu?code=${examined.code}` },
    { name: 'look-up-unknown', path: '/tra-cuu?code=AAAAAAAAAA' },
    { name: 'case', path: examined.link },
    { name: 'case-supplement', path: supplemented.link },
    { name: 'case-as-staff', path: `/t/${examined.code}`, staff },
    { name: 'problem', path: '/problems/refused' },
    { name: 'not-found', path: '/problems/no-such-problem' },
    { name: 'form-not-allowed', path: `/forms/receipt/${examined.code}` },
    { name: 'sign-in', path: '/staff/sign-in' },
    { name: 'sign-in-confirm', path: signIn },
    { name: 'sign-in-failed', path: '/staff/sign-in/k1.bm90aGluZw.bm90aGluZw' },
    { name: 'work-list', path: '/staff', staff },
    { name: 'action-dead', path: '/a/k1.bm90aGluZw.bm90aGluZw' },
    ...examined.actions,
    ...online,
    ...forms,
  ];
  return { all, forms };
}

/** At its signature, with two files and a long-named owner; its links show every act that a mail offers. */
async function examinedCase(system: OwnSystem, official: Browser) {
  const attachments = await Promise.all(
    ['Tờ khai cấp giấy xác nhận tình trạng hôn nhân (bản quét).pdf', 'Căn cước công dân.pdf'].map(async (fileName) => ({
      uploadId: await upload(system, fileName, pdf(`${fileName} ${freshKey()}`)),
    })),
  );
  const applicant = applicantNamed('Nguyễn Phước Công Tằng Tôn Nữ Thị Minh Khai');
  const { code, link } = await fileOnline(system, { applicant, owner: longOwner, attachments });
  await done(official, code, 'receive');
  const assigned = await mailOf(system, code, 'step-assigned');
  const consulting = linkNamed(assigned, 'Lấy ý kiến đơn vị khác');
  const officer = new Browser(system);
  const form = {
    unitId: 'thu-dau-mot-2025-phong-kinh-te',
    question: 'Đề nghị xác nhận nơi cư trú.',
    workingHours: '8',
  };
  expectStatus(await officer.post(consulting, { form }), 200);
  const asked = await mailOf(system, code, 'consultation-assigned');
  const actions = [
    { name: 'action-complete-step', path: linkNamed(assigned, 'Hoàn thành bước này') },
    { name: 'action-request-supplement', path: linkNamed(assigned, 'Yêu cầu bổ sung hồ sơ') },
    { name: 'action-consult', path: consulting },
    { name: 'action-hand-over', path: linkNamed(assigned, 'Chuyển cho đồng nghiệp') },
    { name: 'action-answer-consultation', path: linkNamed(asked, 'Trả lời ý kiến') },
  ];
  const signing = await signingCase(system, official);
  const ofOffice = await actsOffered(await signedIn(system, OFFICE_HEAD), code, 'office');
  const ofHead = await actsOffered(await signedIn(system, HEAD), code, 'head');
  return { code: signing.code, link, actions: [...actions, ...ofOffice, ...ofHead, ...signing.actions] };
}

/** One step further, where the head decides. */
async function signingCase(system: OwnSystem, official: Browser) {
  const attachments = [{ uploadId: await upload(system, 'Tờ khai.pdf', pdf(freshKey())) }];
  const applicant = applicantNamed('Nguyễn Phước Công Tằng Tôn Nữ Thị Minh Khai');
  const { code } = await fileOnline(system, { applicant, owner: longOwner, attachments });
  await done(official, code, 'receive');
  await actFromMail(
    system,
    { code, template: 'step-assigned', label: 'Hoàn thành bước này' },
    { note: 'Đủ điều kiện' },
  );
  const signing = await mailOf(system, code, 'step-assigned', 2);
  return {
    code,
    actions: [
      { name: 'action-grant', path: linkNamed(signing, 'Đồng ý') },
      { name: 'action-refuse', path: linkNamed(signing, 'Không đồng ý') },
      { name: 'action-extend', path: linkNamed(signing, 'Xin lỗi') },
    ],
  };
}

/** Two that will be late: for one the head has confirmed the apology, for the other it waits. */
async function apologisedCase(system: OwnSystem, official: Browser) {
  const reason = 'Chờ kết quả xác minh tình trạng hôn nhân của Ủy ban nhân dân xã nơi đăng ký thường trú trước đây.';
  const codes = await Promise.all(
    [0, 1].map(async () => {
      const { code } = await fileOnline(system, { owner: longOwner });
      await done(official, code, 'receive');
      const asking = { code, template: 'step-assigned', label: 'Đề nghị lãnh đạo gia hạn' };
      await actFromMail(system, asking, { workingDays: '3', reason });
      return code;
    }),
  );
  const [prepared = '', sent = ''] = codes;
  const apology = 'Chúng tôi thành thật xin lỗi vì sự chậm trễ này và kính mong Ông/Bà thông cảm.';
  const confirming = { code: sent, template: 'apology-prepared', label: 'Xin lỗi và hẹn lại' };
  await actFromMail(system, confirming, { workingDays: '3', reason, apology });
  return { prepared, sent };
}

/** Filed online; the official finds what is theirs to do on its page. */
async function uncheckedCase(system: OwnSystem, official: Browser): Promise<readonly NamedPage[]> {
  const { code } = await fileOnline(system);
  return actsOffered(official, code, 'counter');
}

/** The case page of a signed-in person, and the page behind each act that it offers. */
async function actsOffered(who: Browser, code: string, name: string): Promise<readonly NamedPage[]> {
  const { text } = expectStatus(await who.get(`/t/${code}`), 200);
  const links = [...text.matchAll(/<a href="(\/a\/[^"]+)">([^<]+)<\/a>/gu)];
  return links.map(([, path = '', label = '']) => ({ name: `${name}: ${label}`.replaceAll(/[ :,]+/gu, '-'), path }));
}

async function supplementedCase(system: OwnSystem, official: Browser) {
  const filed = await fileOnline(system);
  await done(official, filed.code, 'request-supplement', {
    items: [
      { lineId: 'ly-hon', what: 'Thiếu bản án, quyết định ly hôn đã có hiệu lực pháp luật' },
      { lineId: 'chung-minh-cu-tru', what: 'Cơ sở dữ liệu chưa có nơi cư trú, đề nghị bổ sung giấy xác nhận' },
    ],
    reason: 'Người nộp khai đã ly hôn nhưng chưa nộp giấy tờ chứng minh.',
  });
  return filed;
}

async function refusedCase(system: OwnSystem, official: Browser): Promise<string> {
  const { code } = await fileOnline(system);
  await done(official, code, 'refuse', {
    reason: 'Việc này không thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường.',
  });
  return code;
}

async function signedBag(clerk: Browser, official: Browser) {
  const returnAddress = { recipient: 'Nguyễn Thị Minh', phone: '0912345678', address: '12 Yersin (địa chỉ hư cấu)' };
  const codes: string[] = [];
  for (let count = 0; count < 4; count++) {
    const { code, receipt } = await fileAt(clerk, WARD, { documents, returnTo: 'home', returnAddress });
    if (receipt['countersign'] === 'required') await done(official, code, 'countersign');
    codes.push(code);
  }
  const json = { sealNumber: 'NP-000123', codes };
  const sealed = expectStatus(await clerk.post('/handovers', { json, key: freshKey() }), 201);
  const handoverId = String(sealed.body['handoverId']);
  await eventually('all are in the bag', async () => {
    const views = await Promise.all(codes.map((code) => details(official, code)));
    const packed = views.every(({ timeline }) =>
      (timeline as { what: string }[]).some(({ what }) => what === 'PutInBag'),
    );
    return packed || undefined;
  });
  const present = codes.slice(0, 3);
  expectStatus(await official.post(`/handovers/${handoverId}/sign`, { json: { present, sealIntact: true } }), 200);
  const [code = ''] = codes;
  await eventually('received', async () => (await details(official, code))['receivedAt']);
  return { handoverId, code };
}
