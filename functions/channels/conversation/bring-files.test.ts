import { describe, expect, it } from 'vitest';
import { fileAttachments } from '../../dossiers/file-attachments.ts';
import { RunningHotline } from '../testing/running-hotline.ts';
import { isAllowedFile } from './file-hosts.ts';
import { ALL, PNG } from './testing/filed-reports.ts';

describe('files', () => {
  const photo = (url: string) => ({ kind: 'files', files: [{ kind: 'image', url }] }) as const;

  it('brings them from the hosts of the channel, by content, and claims them', async () => {
    const hotline = new RunningHotline();
    hotline.files.set('https://f1.photo.zdn.vn/a.jpg', PNG);
    await hotline.says(photo('https://f1.photo.zdn.vn/a.jpg'));
    await hotline.says(ALL);
    const { attachments, reportId } = (await hotline.report()).core;
    expect(attachments).toMatchObject([{ contentType: 'image/png', bytes: PNG.length }]);
    expect(hotline.world.uploads.get(attachments[0]?.uploadId ?? '')?.upload).toMatchObject({
      takenBy: `report#${reportId}`,
    });
    expect((await hotline.peopleOf()).fileNames).toEqual({ [attachments[0]?.uploadId ?? '']: 'tep-dinh-kem.png' });
    const [task] = hotline.filing;
    if (task?.kind !== 'file-attachments') throw new Error('nobody files it');
    await fileAttachments({ cases: hotline.reports, documents: hotline.documents }, task);
    expect([...hotline.documents.filed.keys()]).toEqual([`${reportId}/${attachments[0]?.sha256 ?? ''}`]);
  });

  it.each([
    'https://evil.test/a.png',
    'https://zdn.vn.evil.test/a.png',
    'http://f1.photo.zdn.vn/a.png',
    'https://f1.photo.zdn.vn:8443/a.png',
    'https://user@zdn.vn/a.png',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
  ])('never asks %s, files the report all the same and says that a file is missing', async (url) => {
    const hotline = new RunningHotline();
    hotline.files.set(url, PNG);
    await hotline.says(photo(url));
    await hotline.says(ALL);
    expect(hotline.asked).toEqual([]);
    expect((await hotline.report()).core.attachments).toEqual([]);
    expect((await hotline.peopleOf()).later).toMatchObject([{ text: expect.stringContaining('1 tệp') as string }]);
  });

  it.each(['skype', 'teams'] as const)(
    'asks the connector of %s, and no name that anybody may register beside it',
    (channel) => {
      expect(isAllowedFile(channel, 'https://smba.trafficmanager.net/amer/v3/attachments/1/views/original')).toBe(true);
      expect(isAllowedFile(channel, 'https://anybody.trafficmanager.net/a.png')).toBe(false);
    },
  );

  it('leaves out what is no picture, what is too large and what cannot be reached', async () => {
    const hotline = new RunningHotline();
    hotline.files.set('https://zdn.vn/script', new TextEncoder().encode('<script>'));
    hotline.files.set('https://zdn.vn/large', new Uint8Array(11 * 1024 * 1024));
    for (const name of ['script', 'large', 'gone']) await hotline.says(photo(`https://zdn.vn/${name}`));
    await hotline.says(ALL);
    expect((await hotline.peopleOf()).later).toMatchObject([{ text: expect.stringContaining('3 tệp') as string }]);
  });

  it('puts a photograph that follows with the report', async () => {
    const hotline = new RunningHotline();
    hotline.files.set('https://zdn.vn/a', PNG);
    await hotline.says(ALL);
    await hotline.says(photo('https://zdn.vn/a'));
    expect((await hotline.report()).heard).toMatchObject([{ attachments: [{ contentType: 'image/png' }] }]);
    expect(hotline.filing).toMatchObject([{ kind: 'file-attachments', version: 2 }]);
    expect(hotline.reportIds()).toHaveLength(1);
  });
});
