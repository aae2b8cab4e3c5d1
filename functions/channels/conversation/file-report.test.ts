import { describe, expect, it } from 'vitest';
import { RunningHotline } from '../testing/running-hotline.ts';
import { ALL } from './testing/filed-reports.ts';

describe('from a message to a report', () => {
  it('asks, files and tells the code', async () => {
    const hotline = new RunningHotline();
    expect(await hotline.says('Ổ gà to, xe hay ngã')).toEqual(['ask-place']);
    expect(await hotline.says('Trước chợ')).toEqual(['ask-name']);
    expect(await hotline.says('Lê An')).toEqual(['ask-address']);
    expect(await hotline.says('12 Bạch Đằng')).toEqual(['ask-phone']);
    expect(await hotline.says('0909 123 456')).toEqual(['report-filed']);
    expect(await hotline.report()).toMatchObject({
      status: 'new',
      core: { channel: 'zalo', conversationId: await hotline.conversationId(), language: 'vi' },
    });
    expect(await hotline.peopleOf()).toEqual({
      name: 'Lê An',
      address: '12 Bạch Đằng',
      phone: '+84909123456',
      summary: 'Ổ gà to, xe hay ngã',
      content: 'Ổ gà to, xe hay ngã',
      place: 'Trước chợ',
      later: [],
      fileNames: {},
      proven: [],
    });
  });

  it('takes the number that a text came from as proven, and the address of a mail', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL.replace(' SĐT: 0909 123 456', ''), { channel: 'sms', sender: { account: '+84911222333' } });
    expect(await hotline.peopleOf()).toMatchObject({ phone: '+84911222333', proven: ['phone'] });
    await hotline.says(ALL, { channel: 'email', sender: { account: 'le.an@example.com' } });
    expect(await hotline.peopleOf()).toMatchObject({
      phone: '+84909123456',
      email: 'le.an@example.com',
      proven: ['email'],
    });
  });

  it('keeps words and people out of events, tasks and messages', async () => {
    const hotline = new RunningHotline();
    await hotline.says(ALL);
    const written = JSON.stringify([hotline.world.stream, hotline.told]);
    for (const secret of ['Lê An', 'Bạch Đằng', '0909', '+84909123456', 'Ổ gà', 'somebody']) {
      expect(written).not.toContain(secret);
    }
  });

  it('keeps a place on the map and what the words suggest', async () => {
    const hotline = new RunningHotline();
    await hotline.says({ kind: 'location', latitude: 10.98012, longitude: 106.67456 });
    await hotline.says(ALL);
    expect((await hotline.report()).core.location).toEqual({ latitude: 10.9801, longitude: 106.6746 });
  });

  it('tells of an emergency at once, and the report goes on', async () => {
    const catalogue = await new RunningHotline().catalogue.load();
    const emergency = { number: '114', name: 'Chữa cháy', nameEn: 'Fire', phrases: ['cháy nhà'], source: 'test' };
    const hotline = new RunningHotline({
      ...catalogue,
      hotline: { ...catalogue.hotline, emergencies: [emergency] },
    });
    expect(await hotline.says('Cháy nhà ở gần chợ')).toEqual(['emergency', 'ask-place']);
    expect(await hotline.says('Cháy nhà thật')).not.toContain('emergency');
    await hotline.says(ALL);
    expect((await hotline.report()).core.marks).toMatchObject({ emergency: '114' });
  });
});
