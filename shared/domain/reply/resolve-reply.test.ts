import { describe, expect, it } from 'vitest';
import { act, histories } from '../dossier/testing/scenario.ts';
import { at, staff } from '../dossier/testing/world.ts';
import { atTheHead, caseAfter, examined, replied } from './testing/reply-world.ts';

const STEP = { action: 'complete-step', stepId: 'examine' };

describe('the officer of a step', () => {
  it.each<[string, unknown, unknown]>([
    ['Tiếp nhận', { type: 'AcknowledgeStep', stepId: 'examine' }, { action: 'acknowledge', fields: {} }],
    ['Hoàn thành', { type: 'CompleteStep', stepId: 'examine' }, { action: 'complete-step', fields: {} }],
    [
      'Xong. Đã đối chiếu',
      { type: 'CompleteStep', stepId: 'examine', note: 'Đã đối chiếu' },
      { action: 'complete-step', fields: { note: 'Đã đối chiếu' } },
    ],
    [
      'Giao cho chị Hạnh',
      { type: 'HandStepOver', stepId: 'examine', to: 'colleague', reason: 'Bàn giao qua thư trả lời.' },
      { action: 'hand-over', fields: { to: 'colleague', reason: 'Bàn giao qua thư trả lời.' } },
    ],
    [
      'Chuyển cho chị Hạnh: nghỉ phép',
      { type: 'HandStepOver', stepId: 'examine', to: 'colleague', reason: 'nghỉ phép' },
      { action: 'hand-over', fields: { to: 'colleague', reason: 'nghỉ phép' } },
    ],
    [
      'Chuyển cho UBND phường Phú Hòa: thuộc địa bàn phường ấy',
      { type: 'ForwardStep', stepId: 'examine', unitId: 'old-ward-25750', reason: 'thuộc địa bàn phường ấy' },
      { action: 'forward', fields: { unitId: 'old-ward-25750', reason: 'thuộc địa bàn phường ấy' } },
    ],
    [
      'Chuyển UBND Phú Hòa, thuộc địa bàn phường ấy',
      { type: 'ForwardStep', stepId: 'examine', unitId: 'old-ward-25750', reason: 'thuộc địa bàn phường ấy' },
      { action: 'forward', fields: { unitId: 'old-ward-25750', reason: 'thuộc địa bàn phường ấy' } },
    ],
    [
      'Lấy ý kiến Sở Tư pháp: hộ tịch gốc ở đâu?',
      {
        type: 'Consult',
        stepId: 'examine',
        unitId: 'justice-department',
        question: 'hộ tịch gốc ở đâu?',
        workingHours: 16,
      },
      {
        action: 'consult',
        fields: { unitId: 'justice-department', question: 'hộ tịch gốc ở đâu?', workingHours: '16' },
      },
    ],
    [
      'Bổ sung: tờ khai chưa ký; bản sao CCCD',
      {
        type: 'RequestSupplement',
        stepId: 'examine',
        items: [
          { lineId: 'form', what: 'tờ khai chưa ký' },
          { lineId: 'id-copy', what: 'bản sao CCCD' },
        ],
        reason: 'tờ khai chưa ký; bản sao CCCD',
      },
      {
        action: 'request-supplement',
        fields: {
          lineId: ['form', 'id-copy'],
          line: ['form', 'id-copy', 'extra'],
          what: ['tờ khai chưa ký', 'bản sao CCCD', ''],
          reason: 'tờ khai chưa ký; bản sao CCCD',
        },
      },
    ],
  ])('may say: %s', (text, command, choice) => {
    const to = examined();
    expect(replied(text, { by: 'officer', to })).toEqual({
      kind: 'act',
      commands: [command],
      choice: { stepId: 'examine', ...(choice as object) },
      highImpact: false,
    });
  });

  it.each<[string, unknown]>([
    ['Gia hạn 3 ngày: thiếu người', { type: 'PrepareApology', workingDays: 3, reason: 'thiếu người' }],
    ['Tạm dừng: chờ kiểm tra thực tế', { type: 'Pause', reason: 'inspection', note: 'chờ kiểm tra thực tế' }],
    ['Tạm dừng vì nghĩa vụ tài chính', { type: 'Pause', reason: 'money', note: 'nghĩa vụ tài chính' }],
  ])('may ask for the whole case: %s', (text, command) => {
    expect(replied(text, { by: 'officer', to: examined() })).toMatchObject({ kind: 'act', commands: [command] });
  });

  it('gets what the rules accept: every act that comes out of a reply can be decided', () => {
    const to = examined();
    const texts = [
      'Tiếp nhận',
      'Hoàn thành',
      'Giao cho chị Hạnh',
      'Chuyển UBND phường Phú Hòa: khác địa bàn',
      'Lấy ý kiến Sở Tư pháp: hộ tịch gốc ở đâu?',
      'Bổ sung: tờ khai chưa ký',
      'Gia hạn 3 ngày: thiếu người',
      'Tạm dừng: chờ kiểm tra thực tế',
    ];
    for (const text of texts) {
      const resolved = replied(text, { by: 'officer', to });
      if (resolved.kind !== 'act') throw new Error(`${text}: ${JSON.stringify(resolved)}`);
      const decision = to.when({ command: resolved.commands, as: staff('officer'), at: at('04 09:40') });
      expect(decision, text).toMatchObject({ kind: 'accepted' });
    }
  });

  it('is not done with sending up a level by a mail alone', () => {
    expect(replied('Chuyển Sở Tư pháp: ngoài thẩm quyền', { by: 'officer', to: examined() })).toMatchObject({
      kind: 'act',
      commands: [{ type: 'ForwardStep', unitId: 'justice-department' }],
      highImpact: true,
    });
  });
});

describe('what is missing or unclear is asked for, with the rest filled in', () => {
  it.each<[string, unknown]>([
    ['Gia hạn 3 ngày', { why: 'detail-missing', detail: 'reason', choices: [{ fields: { workingDays: '3' } }] }],
    [
      'Gia hạn: thiếu người',
      { why: 'detail-missing', detail: 'workingDays', choices: [{ fields: { reason: 'thiếu người' } }] },
    ],
    [
      'Chuyển UBND phường Phú Hòa',
      { why: 'detail-missing', detail: 'reason', choices: [{ fields: { unitId: 'old-ward-25750' } }] },
    ],
    [
      'Chuyển Tư pháp: khác',
      {
        why: 'detail-unclear',
        detail: 'Tư pháp',
        choices: [
          { fields: { unitId: 'justice-department', reason: 'khác' } },
          { fields: { unitId: 'justice-718', reason: 'khác' } },
        ],
      },
    ],
    ['Chuyển Cục Thuế: khác', { why: 'detail-unclear', choices: [{ action: 'forward', fields: { reason: 'khác' } }] }],
    [
      'Giao cho hanh',
      { why: 'detail-unclear', choices: [{ fields: { to: 'colleague' } }, { fields: { to: 'head' } }] },
    ],
    [
      'Giao cho anh Bình',
      { why: 'detail-unclear', choices: [{ fields: { to: 'colleague' } }, { fields: { to: 'head' } }] },
    ],
    [
      'Bổ sung: tờ khai; ảnh 3x4',
      {
        why: 'detail-unclear',
        detail: 'ảnh 3x4',
        choices: [{ action: 'request-supplement', fields: { lineId: ['form'], what: ['tờ khai', '', ''] } }],
      },
    ],
    ['Bổ sung', { why: 'detail-missing', detail: 'items' }],
    [
      'Tạm dừng: chờ trời nắng',
      {
        why: 'detail-unclear',
        choices: [
          { fields: { reason: 'inspection', note: 'chờ trời nắng' } },
          { fields: { reason: 'money', note: 'chờ trời nắng' } },
        ],
      },
    ],
    [
      'Hoàn thành số 15/GP',
      { why: 'detail-unclear', choices: [{ action: 'complete-step', fields: { note: 'Số 15/GP' } }] },
    ],
    ['Lấy ý kiến Sở Tư pháp', { why: 'detail-missing', detail: 'question' }],
  ])('%s', (text, doubt) => {
    expect(replied(text, { by: 'officer', to: examined() })).toMatchObject({ kind: 'doubtful', ...(doubt as object) });
  });

  it('a second request to supplement needs its justification', () => {
    const again = examined().then(
      act.askSupplement({ stepId: 'examine' }, 'officer'),
      act.acceptSupplement(at('04 10:30')),
    );
    expect(replied('Bổ sung: tờ khai', { by: 'officer', to: again, when: at('04 10:40') })).toMatchObject({
      kind: 'doubtful',
      why: 'detail-missing',
      detail: 'justification',
    });
  });
});

describe('the deciding step', () => {
  const when = at('05 09:00');

  it('is granted with a number, by HOÀN THÀNH as by ĐỒNG Ý', () => {
    for (const text of ['Hoàn thành số 15/GP', 'Đồng ý số 15/GP']) {
      expect(replied(text, { by: 'head', to: atTheHead(), when })).toMatchObject({
        kind: 'act',
        commands: [{ type: 'Decide', stepId: 'sign', outcome: 'granted', resultNumber: '15/GP' }],
        highImpact: false,
      });
    }
  });

  it('asks for the number of what is agreed to, and for nothing else', () => {
    const agreed = replied('Đồng ý', { by: 'head', to: atTheHead(), when });
    expect(agreed).toMatchObject({ kind: 'doubtful', why: 'detail-missing', detail: 'resultNumber' });
    expect(agreed).toHaveProperty('choices', [
      { action: 'grant', stepId: 'sign', fields: {} },
      { action: 'refuse', stepId: 'sign', fields: {} },
    ]);
  });

  it('asks for the number', () => {
    expect(replied('Hoàn thành', { by: 'head', to: atTheHead(), when })).toMatchObject({
      why: 'detail-missing',
      detail: 'resultNumber',
      choices: [{ action: 'grant', stepId: 'sign' }],
    });
  });

  it('is refused with number and reason, and not by a mail alone', () => {
    expect(replied('Từ chối số 1/TB: sai đối tượng', { by: 'head', to: atTheHead(), when })).toMatchObject({
      kind: 'act',
      commands: [{ type: 'Decide', outcome: 'refused', resultNumber: '1/TB', reason: 'sai đối tượng' }],
      highImpact: true,
    });
    expect(replied('Từ chối: sai đối tượng', { by: 'head', to: atTheHead(), when })).toMatchObject({
      why: 'detail-missing',
      detail: 'resultNumber',
      choices: [{ action: 'refuse', fields: { reason: 'sai đối tượng' } }],
    });
    expect(replied('Từ chối số 1/TB', { by: 'head', to: atTheHead(), when })).toMatchObject({ detail: 'reason' });
  });

  it('is not a step that an officer completes', () => {
    expect(replied('Từ chối số 1/TB: sai', { by: 'officer', to: examined() })).toMatchObject({
      kind: 'doubtful',
      why: 'ambiguous',
    });
  });
});

describe('the head of the deciding unit', () => {
  it('extends with the apology of the province', () => {
    expect(replied('Gia hạn 2 ngày: mất điện', { by: 'head', to: examined() })).toMatchObject({
      kind: 'act',
      commands: [{ type: 'Extend', workingDays: 2, reason: 'mất điện', apology: 'Xin lỗi ông bà.' }],
      choice: { action: 'extend', fields: { workingDays: '2', reason: 'mất điện', apology: 'Xin lỗi ông bà.' } },
    });
  });

  it('confirms what was prepared with ĐỒNG Ý, and nothing else with it', () => {
    const prepared = examined().then({
      command: { type: 'PrepareApology', workingDays: 4, reason: 'chờ xác minh', apology: 'Mong thông cảm.' },
      as: staff('officer'),
      at: at('04 09:30'),
    });
    expect(replied('Đồng ý', { by: 'head', to: prepared })).toMatchObject({
      kind: 'act',
      commands: [{ type: 'Extend', workingDays: 4, reason: 'chờ xác minh', apology: 'Mong thông cảm.' }],
    });
    expect(replied('Đồng ý', { by: 'head', to: examined() })).toMatchObject({ kind: 'doubtful', why: 'ambiguous' });
    expect(replied('Đồng ý', { by: 'officer', to: prepared })).toMatchObject({ kind: 'doubtful', why: 'ambiguous' });
  });

  it('is told by the rule that it is too late to move the date, whatever the answer leaves open', () => {
    const to = examined();
    const when = at('06 16:00');
    const refusal = { rule: 'apology-too-late' };
    for (const text of ['Gia hạn 2 ngày: mất điện', 'Gia hạn 2 ngày', 'Gia hạn']) {
      expect(replied(text, { by: 'head', to, when }), text).toMatchObject({
        kind: 'refused',
        choice: { action: 'extend' },
        refusal,
      });
      expect(replied(text, { by: 'officer', to, when }), text).toMatchObject({
        kind: 'refused',
        choice: { action: 'prepare-apology' },
        refusal,
      });
    }
    expect(replied('Gia hạn 2 ngày: mất điện', { by: 'head', to, when })).toMatchObject({
      choice: { fields: { workingDays: '2', reason: 'mất điện' } },
    });
    expect(replied('Gia hạn 2 ngày: x', { by: 'officer', to, when, offered: ['complete-step'] })).toMatchObject({
      kind: 'doubtful',
    });
  });

  it('is told so too when the apology that was prepared waited too long', () => {
    const prepared = examined().then({
      command: { type: 'PrepareApology', workingDays: 4, reason: 'chờ xác minh', apology: 'Mong thông cảm.' },
      as: staff('officer'),
      at: at('04 09:30'),
    });
    expect(replied('Đồng ý', { by: 'head', to: prepared, when: at('06 16:00') })).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'apology-too-late' },
      choice: { action: 'extend', fields: { workingDays: '4' } },
    });
  });

  it('stops with a reason, and not by a mail alone', () => {
    const stopped = replied('Dừng: người nộp bỏ', { by: 'head', to: examined() });
    expect(stopped).toMatchObject({ commands: [{ type: 'Stop', reason: 'người nộp bỏ' }], highImpact: true });
    expect(replied('Dừng', { by: 'head', to: examined() })).toMatchObject({ why: 'detail-missing', detail: 'reason' });
  });

  it('gives a step that nobody has to somebody of the unit', () => {
    const waiting = caseAfter(histories.processing.slice(0, 3));
    expect(replied('Giao cho Sơn', { by: 'head', to: waiting })).toMatchObject({
      commands: [{ type: 'AssignStep', stepId: 'examine', staffId: 'officer' }],
    });
  });

  it('ends a pause with TIẾP TỤC', () => {
    expect(replied('Tiếp tục giải quyết', { by: 'head', to: paused() })).toMatchObject({
      commands: [{ type: 'Resume' }],
    });
  });
});

const paused = () => examined().then(act.pause('officer', at('04 09:35')));

describe('a paused case', () => {
  const place = { stepId: 'examine' };

  it('goes on by an answer to the mail that could pause it', () => {
    const offered = ['complete-step', 'pause'] as const;
    expect(replied('Tiếp tục', { by: 'officer', to: paused(), place, offered })).toMatchObject({
      kind: 'act',
      commands: [{ type: 'Resume' }],
    });
    expect(replied('Tiếp tục', { by: 'officer', to: paused(), place, offered: ['complete-step'] })).toMatchObject({
      why: 'not-offered',
    });
  });

  it.each(['Hoàn thành', 'Bổ sung: tờ khai', 'Gia hạn 3 ngày: thiếu người', 'Tạm dừng: chờ kiểm tra', 'Đồng ý'])(
    'is what stands against anything else: %s',
    (text) => {
      for (const by of ['officer', 'head']) {
        expect(replied(text, { by, to: paused(), place }), by).toEqual({
          kind: 'doubtful',
          why: 'paused',
          choices: [{ action: 'resume', fields: {} }],
        });
      }
    },
  );

  it('says so without the choice to whom the mail did not offer it, and nothing to a stranger', () => {
    const to = paused();
    expect(replied('Hoàn thành', { by: 'officer', to, place, offered: ['complete-step'] })).toMatchObject({
      why: 'paused',
      choices: [],
    });
    expect(replied('Hoàn thành', { by: 'colleague', to, place })).toMatchObject({ why: 'no-longer-theirs' });
  });
});

describe('the counter', () => {
  const filed = () => caseAfter([act.fileOnline()]);

  it('receives, refuses and asks for papers on what was filed online', () => {
    expect(replied('Tiếp nhận', { by: 'official', to: filed() })).toEqual({
      kind: 'receive',
      choice: { action: 'receive', fields: {} },
    });
    expect(replied('Từ chối: sai nơi nộp', { by: 'official', to: filed() })).toMatchObject({
      commands: [{ type: 'Refuse', reason: 'sai nơi nộp' }],
      highImpact: true,
    });
    expect(replied('Bổ sung: tờ khai chưa ký', { by: 'official', to: filed() })).toMatchObject({
      commands: [{ type: 'RequestSupplement', items: [{ lineId: 'form', what: 'tờ khai chưa ký' }] }],
    });
  });

  it('of another place has nothing here', () => {
    expect(replied('Tiếp nhận', { by: 'official-718', to: filed() })).toMatchObject({
      kind: 'doubtful',
      why: 'no-longer-theirs',
      choices: [],
    });
  });
});

describe('a consultation', () => {
  const asked = () =>
    examined().then(
      {
        command: {
          type: 'Consult',
          stepId: 'examine',
          unitId: 'justice-department',
          question: 'Ở đâu?',
          workingHours: 16,
        },
        as: staff('officer'),
        at: at('04 09:20'),
      },
      {
        command: { type: 'AssignConsultation', consultationId: 'c1', staffId: 'department-officer' },
        as: { kind: 'system', name: 'routing' },
        at: at('04 09:21'),
      },
    );
  const place = { consultationId: 'c1' };

  it('is answered by whoever was asked', () => {
    expect(replied('Trả lời: tại Sở', { by: 'department-officer', to: asked(), place })).toMatchObject({
      kind: 'act',
      commands: [{ type: 'AnswerConsultation', consultationId: 'c1', answer: 'tại Sở' }],
    });
  });

  it('is not answered by the officer who asked', () => {
    expect(replied('Trả lời: tại Sở', { by: 'officer', to: asked() })).toMatchObject({ kind: 'doubtful' });
  });

  it('with the answer under the first line is sent after one look at it', () => {
    expect(replied('TRẢ LỜI:\nHộ tịch gốc tại Sở.', { by: 'department-officer', to: asked(), place })).toMatchObject({
      why: 'detail-missing',
      detail: 'answer',
      choices: [{ action: 'answer-consultation', fields: { answer: 'Hộ tịch gốc tại Sở.' } }],
    });
  });
});

describe('the address', () => {
  it('allows no more than it offers', () => {
    expect(replied('Hoàn thành', { by: 'officer', to: examined(), offered: ['hand-over'] })).toMatchObject({
      kind: 'doubtful',
      why: 'not-offered',
      choices: [{ action: 'hand-over', stepId: 'examine' }],
    });
    expect(replied('Hoàn thành', { by: 'officer', to: examined(), offered: ['complete-step'] })).toMatchObject({
      kind: 'act',
    });
  });

  it('of a step that is over says so, also to who has another one', () => {
    const place = { stepId: 'examine' };
    const to = atTheHead();
    expect(replied('Hoàn thành số 1/GP', { by: 'head', to, place, when: at('05 09:00') })).toMatchObject({
      kind: 'doubtful',
      why: 'no-longer-theirs',
    });
    expect(replied('Hoàn thành', { by: 'officer', to, place, when: at('05 09:00') })).toMatchObject({
      why: 'no-longer-theirs',
    });
  });

  it('of a step that was handed over is good for nothing, not for the whole case either', () => {
    const place = { stepId: 'examine' };
    const to = examined().then(act.handOver('colleague'));
    const when = at('04 10:30');
    const texts = ['Tạm dừng: chờ kiểm tra thực tế', 'Gia hạn 3 ngày: thiếu người', 'Hoàn thành', 'Đồng ý'];
    for (const text of texts) {
      expect(replied(text, { by: 'officer', to, place, when }), text).toEqual({
        kind: 'doubtful',
        why: 'no-longer-theirs',
        choices: [],
      });
    }
    const tooLate = at('06 16:00');
    expect(replied('Gia hạn 3 ngày: thiếu người', { by: 'officer', to, place, when: tooLate })).toMatchObject({
      why: 'no-longer-theirs',
    });
    expect(replied('Đã gọi điện', { by: 'officer', to, place, when })).toEqual({ kind: 'note' });
    for (const by of ['colleague', 'head']) {
      expect(replied('Tạm dừng: chờ kiểm tra thực tế', { by, to, place, when }), by).toMatchObject({ kind: 'act' });
    }
  });

  it('of a step that is done is good for nothing to its officer, and for the whole case to the head', () => {
    const place = { stepId: 'examine' };
    const to = atTheHead();
    const when = at('05 09:00');
    const text = 'Tạm dừng: chờ kiểm tra thực tế';
    expect(replied(text, { by: 'officer', to, place, when })).toMatchObject({ why: 'no-longer-theirs', choices: [] });
    expect(replied(text, { by: 'head', to, place, when })).toMatchObject({ kind: 'act' });
  });

  it('of another step leaves this one alone', () => {
    expect(replied('Hoàn thành', { by: 'officer', to: examined(), place: { stepId: 'verify' } })).toMatchObject({
      kind: 'doubtful',
    });
  });

  it('without a place means the one step that is theirs', () => {
    const both = caseAfter([
      act.fileAtCounter({ procedure: 'district-matter' }),
      act.receive(),
      act.forward(),
      act.assign('examine', 'justice-officer'),
      act.assign('verify', 'department-officer'),
    ]);
    expect(replied('Hoàn thành', { by: 'justice-officer', to: both })).toMatchObject({
      commands: [{ type: 'CompleteStep', stepId: 'examine' }],
    });
  });
});

describe('what is no command', () => {
  it('is a note, for whomever', () => {
    expect(replied('Hồ sơ thiếu giấy', { by: 'officer', to: examined() })).toEqual({ kind: 'note' });
    expect(replied('', { by: 'officer', to: examined() })).toEqual({ kind: 'note' });
  });

  it('but looks like one is asked about, with what is theirs', () => {
    expect(replied('Hoàn thành, chuyển Sở Tư pháp', { by: 'officer', to: examined() })).toMatchObject({
      kind: 'doubtful',
      why: 'not-understood',
      detail: 'Hoàn thành, chuyển Sở Tư pháp',
      choices: expect.arrayContaining([expect.objectContaining(STEP)]) as unknown,
    });
  });

  it('changes nothing when said twice', () => {
    const taken = examined().then({
      command: { type: 'AcknowledgeStep', stepId: 'examine' },
      as: staff('officer'),
      at: at('04 09:30'),
    });
    const again = replied('Tiếp nhận', { by: 'officer', to: taken });
    if (again.kind !== 'act') throw new Error(JSON.stringify(again));
    expect(taken.when({ command: again.commands, as: staff('officer'), at: at('04 09:40') })).toMatchObject({
      kind: 'ignored',
    });
  });
});
