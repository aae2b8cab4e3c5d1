import { describe, expect, it } from 'vitest';
import type { DocumentLine } from '../catalogue/catalogue.ts';
import { ALWAYS, testStaff, testUnit } from '../catalogue/testing/small-catalogue.ts';
import { findColleague } from './find-colleague.ts';
import { findUnit } from './find-unit.ts';
import { matchPapers } from './match-papers.ts';
import type { Found } from './tokens.ts';

function namesIn(found: Found<{ readonly name: string }>): readonly string[] {
  if (found.kind === 'none') return [];
  return found.kind === 'one' ? [found.item.name] : found.items.map(({ name }) => name);
}

describe('a unit', () => {
  const units = [
    ['so-tu-phap', 'Sở Tư pháp', 'H29.02'],
    ['so-nnmt', 'Sở Nông nghiệp và Môi trường', 'H29.05'],
    ['phu-loi', 'Ủy ban nhân dân phường Phú Lợi', 'H29.102'],
    ['phu-loi-vp', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Phú Lợi', 'H29.102.01'],
    ['phu-loi-kt', 'Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi', 'H29.102.02'],
    ['phu-loi-ca', 'Công an phường Phú Lợi', 'H29.06.102'],
    ['thuan-an-ca', 'Công an phường Thuận An', 'H29.06.105'],
  ].map(([id = '', name = '', agencyCode = '']) =>
    testUnit({ id, name, agencyCode, level: 'commune', kind: 'authority', ...ALWAYS }),
  );

  it.each([
    ['Sở Tư pháp', 'Sở Tư pháp'],
    ['so tu phap', 'Sở Tư pháp'],
    ['Tư pháp', 'Sở Tư pháp'],
    ['STP', 'Sở Tư pháp'],
    ['H29.02', 'Sở Tư pháp'],
    ['so-tu-phap@province.example', 'Sở Tư pháp'],
    ['SNNMT', 'Sở Nông nghiệp và Môi trường'],
    ['UBND Phú Lợi', 'Ủy ban nhân dân phường Phú Lợi'],
    ['CA phường Phú Lợi', 'Công an phường Phú Lợi'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi', 'Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi'],
    ['phòng kinh tế phú lợi', 'Phòng Kinh tế, Hạ tầng và Đô thị phường Phú Lợi'],
  ])('%s is %s', (written, name) => {
    expect(namesIn(findUnit(written, units).found)).toEqual([name]);
  });

  it('is not guessed where several can be meant, or none', () => {
    expect(namesIn(findUnit('Công an', units).found)).toEqual(['Công an phường Phú Lợi', 'Công an phường Thuận An']);
    expect(findUnit('Phú Lợi', units).found).toMatchObject({ kind: 'several' });
    expect(findUnit('Cục Thuế', units).found).toEqual({ kind: 'none' });
    expect(findUnit('', units).found).toEqual({ kind: 'none' });
  });

  it('may be followed by a comma and more', () => {
    expect(findUnit('Sở Tư pháp, vì khác', units)).toMatchObject({ found: { kind: 'one' }, rest: 'vì khác' });
  });
});

describe('a colleague', () => {
  const people = ['Phan Xuân Sơn', 'Trần Thị Hạnh', 'Lê Văn Hành', 'Nguyễn Sơn Ca'].map((name, index) =>
    testStaff({ id: `p${String(index)}`, name, unit: 'u', roles: ['officer'] }),
  );

  it.each<[string, readonly string[]]>([
    ['anh Sơn', ['Phan Xuân Sơn']],
    ['đồng chí Hạnh xử lý', ['Trần Thị Hạnh']],
    ['đ/c Hành', ['Lê Văn Hành']],
    ['hanh', ['Trần Thị Hạnh', 'Lê Văn Hành']],
    ['tran thi hanh', ['Trần Thị Hạnh']],
    ['P0', ['Phan Xuân Sơn']],
    ['p1@province.example', ['Trần Thị Hạnh']],
    ['Bình', []],
    ['', []],
  ])('%s', (written, names) => {
    expect(namesIn(findColleague(written, people))).toEqual(names);
  });
});

describe('a colleague whose name ends in one letter', () => {
  const people = ['Nguyễn Văn A', 'Nguyễn Văn B'].map((name) =>
    testStaff({ id: name, name, unit: 'u', roles: ['officer'] }),
  );

  it('is told from the other by it', () => {
    expect(namesIn(findColleague('Nguyễn Văn A', people))).toEqual(['Nguyễn Văn A']);
    expect(namesIn(findColleague('đồng chí Nguyễn Văn A xử lý', people))).toEqual(['Nguyễn Văn A']);
    expect(namesIn(findColleague('Nguyễn Văn', people))).toEqual(['Nguyễn Văn A', 'Nguyễn Văn B']);
  });
});

describe('somebody who is no colleague', () => {
  const people = [testStaff({ id: 'p', name: 'Trần Thị Hạnh', unit: 'u', roles: ['officer'] })];

  it.each(['Trần Thị', 'Tran Thi Hien', 'tran thi ly', 'Trần Thị Tiếp', 'can tran thi tra'])(
    'is not taken for one with the same family name: %s',
    (written) => {
      expect(findColleague(written, people).kind).not.toBe('one');
    },
  );
});

describe('papers of a checklist', () => {
  const lines = [
    ['to-khai', 'Tờ khai đăng ký khai sinh theo mẫu'],
    ['giay-chung-sinh', 'Giấy chứng sinh (hoặc giấy tờ thay thế)'],
    ['giay-to-tuy-than', 'Bản sao chứng thực giấy tờ tùy thân của người yêu cầu (CMND/CCCD/hộ chiếu)'],
    ['ket-hon-cha-me', 'Giấy chứng nhận kết hôn của cha, mẹ (nếu đã kết hôn)'],
    ['cu-tru', 'Giấy tờ chứng minh nơi cư trú (khi chưa tra cứu được trong cơ sở dữ liệu)'],
  ].map(([id = '', name = '']): DocumentLine => ({
    id,
    name,
    nameEn: name,
    originals: 1,
    certifiedCopies: 0,
    photocopies: 0,
    required: true,
  }));

  it.each([
    ['bản sao CCCD', 'giay-to-tuy-than'],
    ['CMND của mẹ', 'giay-to-tuy-than'],
    ['hộ chiếu', 'giay-to-tuy-than'],
    ['căn cước công dân hết hạn', 'giay-to-tuy-than'],
    ['tờ khai chưa ghi rõ họ tên cha mẹ', 'to-khai'],
    ['to khai', 'to-khai'],
    ['GCS', 'giay-chung-sinh'],
    ['giấy chứng sinh bản chính', 'giay-chung-sinh'],
    ['giấy kết hôn', 'ket-hon-cha-me'],
    ['sổ hộ khẩu', 'cu-tru'],
  ])('%s is %s', (item, lineId) => {
    expect(matchPapers([item], lines)).toEqual({ matched: [{ lineId, what: item }], unmatched: [] });
  });

  it.each(['ảnh 3x4', 'giấy tờ', 'giấy khai sinh', 'bản sao', 'sổ đỏ'])('%s is none of them', (item) => {
    expect(matchPapers([item], lines)).toEqual({ matched: [], unmatched: [item] });
  });

  it('are two between commas, if each is one', () => {
    expect(matchPapers(['CCCD, tờ khai'], lines).matched.map(({ lineId }) => lineId)).toEqual([
      'to-khai',
      'giay-to-tuy-than',
    ]);
    expect(matchPapers(['CCCD, ảnh 3x4, vé xe'], lines).matched).toEqual([]);
  });

  it('are asked for once, with all that is wrong', () => {
    expect(matchPapers(['tờ khai chưa ký', 'tờ khai sai ngày sinh'], lines).matched).toEqual([
      { lineId: 'to-khai', what: 'tờ khai chưa ký; tờ khai sai ngày sinh' },
    ]);
  });
});
