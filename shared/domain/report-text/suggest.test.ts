import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../infra/publish/checked-province.ts';
import { suggestTriage } from './suggest.ts';

const catalogue = shippedCatalogue();
const suggest = (text: string, on = '2026-11-23') => suggestTriage(text, { catalogue, on });
const best = (text: string) => suggest(text).categories[0]?.id;

describe('suggestTriage', () => {
  it('reads a text with marks, without them, and with marks typed as characters of their own alike', () => {
    const text = 'Đèn đường hẻm 12 không sáng';
    expect(best(text)).toBe('chieu-sang');
    expect(best('den duong hem 12 khong sang')).toBe('chieu-sang');
    expect(suggest(text.normalize('NFD'))).toEqual(suggest(text));
  });

  it('takes the longest phrase: điện thoại is no electricity, yêu cầu no bridge, tin nhắn rác no rubbish', () => {
    expect(suggest('Tôi gọi điện thoại yêu cầu').categories).toEqual([]);
    expect(best('Ngày nào cũng nhận tin nhắn rác')).toBe('vien-thong');
  });

  it('does not take tôi for tối in a text without marks', () => {
    expect(best('toi muon phan anh o ga truoc nha toi')).toBe('ha-tang-giao-thong');
  });

  it('lets words of courtesy suggest something only when nothing else does', () => {
    expect(best('Xin cảm ơn tổng đài')).toBe('khac');
    expect(best('Kính đề nghị xử lý bãi rác, xin cảm ơn')).toBe('moi-truong');
  });

  it('suggests nothing of words that say nothing', () => {
    expect(suggest('')).toEqual({ categories: [], areas: [], urgency: 'normal' });
    expect(suggest('abc xyz').categories).toEqual([]);
  });
});

describe('the suggested wards', () => {
  it('are found with or without the word for what they are, marks and capitals', () => {
    for (const text of ['ở phường Phú Lợi', 'o p.phu loi', 'Phu Loi ward', 'P. PHÚ LỢI', 'khu phố 3 Phú Lợi'])
      expect(suggest(text).areas, text).toEqual(['25750']);
  });

  it('follow the name of a ward that was merged, and name each part of one that was split', () => {
    expect(suggest('đường ở phường Phú Hòa bị hư').areas).toEqual(['25750']);
    expect(suggest('phường Hiệp Thành').areas).toEqual(['25747', '25750']);
  });

  it('are those of the day', () => {
    expect(suggest('phường Phú Hòa', '2024-01-15').areas).toEqual(['25750']);
    expect(suggest('phường Phú Lợi', '2024-01-15').areas).toEqual(['25744']);
    expect(suggest('phường Phú Lợi').areas).toEqual(['25750']);
  });

  it('put a named ward before those of a district around it', () => {
    expect(suggest('phường An Phú, thành phố Thuận An').areas[0]).toBe('25975');
    expect(suggest('thành phố Thủ Dầu Một').areas).toHaveLength(5);
  });

  it('take the longest name and do not turn it around', () => {
    expect(suggest('phường An Phú').areas).toEqual(['25975']);
    expect(suggest('phường Phú An').areas).toEqual(['25768']);
  });

  it('are never the whole province', () => {
    expect(suggest('Thành phố Hồ Chí Minh').areas).toEqual([]);
    expect(suggest('tỉnh Bình Dương', '2024-01-15').areas).toEqual([]);
  });
});

describe('the suggested urgency', () => {
  it('is that of the category', () => {
    expect(suggest('Xe buýt bỏ trạm').urgency).toBe('normal');
    expect(suggest('Đường ngập nước').urgency).toBe('urgent');
  });

  it('is raised by a word of danger, unless it is denied', () => {
    expect(suggest('Vỉa hè hư, rất nguy hiểm').urgency).toBe('urgent');
    expect(suggest('via he mat nap cong, tre em suyt lot').urgency).toBe('urgent');
    expect(suggest('Vỉa hè hư, không nguy hiểm').urgency).toBe('normal');
    expect(suggest('The sidewalk is dangerous').urgency).toBe('urgent');
  });
});
