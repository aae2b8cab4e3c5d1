import { describe, expect, it } from 'vitest';
import { REPLY_MARKER } from '../../../shared/shell/reply-marker.ts';
import { newTextOf } from './new-text.ts';

/** Of the mail programs themselves: test/corpus/mail. Here is what holds between them. */
describe('what was written now', () => {
  it('is the whole of a mail that quotes nothing', () => {
    expect(newTextOf({ text: '  Đồng ý.  \n\n\n\nGhi chú\u00A0một.\n' })).toEqual({
      text: 'Đồng ý.\n\nGhi chú một.',
      quoted: false,
    });
  });

  it('is nothing below the marker of our notices, even when the marker is the first line', () => {
    expect(newTextOf({ text: `${REPLY_MARKER}\n\nHoàn thành` })).toEqual({ text: '', quoted: true });
  });

  it('may stand below a notice that is quoted with marks, its marker included', () => {
    expect(newTextOf({ text: `> ${REPLY_MARKER}\n> Từ chối\n\nHoàn thành` })).toEqual({
      text: 'Hoàn thành',
      quoted: true,
    });
  });

  it('is nothing when the plain part and HTML begin with different words', () => {
    expect(newTextOf({ text: 'Từ chối\nHoàn thành', html: '<p>Hoàn thành</p>' }).text).toBe('');
    expect(newTextOf({ text: 'Hoàn thành', html: '<p>Từ chối</p><p>Hoàn thành</p>' }).text).toBe('');
  });

  it('is what both parts say, however each wraps and lists it', () => {
    const html =
      '<p>Bổ sung: giấy khai sinh và <b>căn cước</b></p><ol><li>bản sao</li></ol><p>xem <a href="https://x.example">đây</a></p>';
    const text = 'Bổ sung: giấy khai sinh và\n*căn cước*\n\n   1. bản sao\n\nxem đây <https://x.example>';
    expect(newTextOf({ text, html }).text).toBe(
      'Bổ sung: giấy khai sinh và\n*căn cước*\n\n1. bản sao\n\nxem đây <https://x.example>',
    );
  });

  it('is not more than a person writes by hand', () => {
    const { text } = newTextOf({ text: 'Đồng ý\n'.repeat(100_000) });
    expect(text.split('\n')).toHaveLength(5000);
  });
});
