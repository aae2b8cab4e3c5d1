/** Promises to call back, from a line that is full to the operator's word. */
import { describe, expect, it } from 'vitest';
import { callIdOf } from '../../functions/channels/phone/call-entity.ts';
import { memorySystem } from './memory-system.ts';
import { OFFICER } from './people.ts';
import { promisedCall } from './promised-call.ts';
import { fileReport, OPERATOR, SHIFT_LEADER } from './reports.ts';

const callId = callIdOf('pbx-9');

describe('call-backs', () => {
  it('are listed with the half hour that was promised and the number, while the line’s state is told', async () => {
    const system = memorySystem();
    expect((await system.ask('listCallBacks', { as: OPERATOR })).body).toEqual({ line: { mode: 'normal' }, items: [] });
    await promisedCall(system);
    const { body } = await system.ask('listCallBacks', { as: OPERATOR });
    expect(body).toMatchObject({
      line: { mode: 'overflow' },
      items: [{ callId, phone: '+84918000111', from: '2026-11-23T02:30:00.000Z', overdue: false }],
    });
    const desk = await system.ask('showDesk', { as: OPERATOR });
    expect(desk.text).toContain('Đường dây đang quá tải');
  });

  it('are settled once; who comes second is told', async () => {
    const system = memorySystem();
    await promisedCall(system);
    const made = await system.ask('callBackMade', { params: { callId }, body: {}, as: OPERATOR });
    expect(made.body).toEqual({ callId, reached: true });
    const second = await system.ask('callBackFailed', { params: { callId }, body: {}, as: SHIFT_LEADER });
    expect(second.status).toBe(409);
    expect((await system.ask('listCallBacks', { as: OPERATOR })).body['items']).toEqual([]);
  });

  it('are made from the page, and are no line', async () => {
    const system = memorySystem();
    await promisedCall(system);
    const page = await system.ask('showCallBacks', { as: OPERATOR });
    expect(page.text).toContain('tel:+84918000111');
    const form = await system.ask('showCallForm', { as: OPERATOR, query: { callId: `goi-lai-${callId}` } });
    expect(form.text).toContain('value="+84918000111"');
    const settled = await system.ask('settleCallBack', { form: { callId, outcome: 'failed' }, as: OPERATOR });
    expect(settled.headers['location']).toBe('/hotline/goi-lai');
    const late = await system.ask('settleCallBack', { form: { callId, outcome: 'made' }, as: SHIFT_LEADER });
    expect(late.status).toBe(409);
    const line = await system.ask('callBackMade', { params: { callId: 'line' }, body: {}, as: OPERATOR });
    expect(line.status).toBe(404);
  });

  it('stand beside those whom no message reached, each report once', async () => {
    const system = memorySystem();
    const { code } = await fileReport(system);
    for (const [deliveryId, endedAt] of [
      ['d1', '2026-11-20T02:00:00.000Z'],
      ['d2', '2026-11-21T02:00:00.000Z'],
    ] as const) {
      const item = {
        list: 'undelivered#2026-11',
        key: `${endedAt}#${deliveryId}`,
        attributes: { reportId: code, template: 'report-answered', why: 'bounced', endedAt },
      };
      system.world.listings.set(`${item.list} ${item.key}`, item);
    }
    const { text } = await system.ask('showCallBacks', { as: OPERATOR });
    expect(text.match(new RegExp(`/hotline/r/${code}`, 'gu'))).toHaveLength(1);
    expect(text).toContain('21/11/2026');
  });

  it('are nobody’s but the hotline’s', async () => {
    const system = memorySystem();
    await promisedCall(system);
    expect((await system.ask('listCallBacks', { as: OFFICER })).status).toBe(403);
    expect((await system.ask('showCallBacks', { as: OFFICER })).status).toBe(403);
    expect((await system.ask('showCallBacks')).headers['location']).toBe('/staff/sign-in');
    const settled = await system.ask('callBackMade', { params: { callId }, body: {}, as: OFFICER });
    expect(settled.status).toBe(403);
  });
});
