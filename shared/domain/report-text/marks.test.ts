import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../infra/publish/checked-province.ts';
import { marksOf } from './marks.ts';

const catalogue = shippedCatalogue();
const marks = (text: string) => marksOf(text, { catalogue });

describe('marksOf', () => {
  it('marks nothing in an everyday report', () => {
    for (const text of [
      'Đường Lê Hồng Phong có ổ gà lớn.',
      'xe buyt dang chay thi hong, con cho khach doi lau',
      'Con chó nhà hàng xóm thả rông, sủa cả đêm',
      'chau hoc lop vo hoc ky mot, mat day cap truoc nha, hoi bo lao dong',
      'Street lights are off',
    ])
      expect(marks(text), text).toEqual({});
  });

  it('names the service to call, by the words of the policy', () => {
    expect(marks('Cháy nhà ở hẻm 12!').emergency).toBe('114');
    expect(marks('cuu voi dang chay nha').emergency).toBe('114');
    expect(marks('nha toi dang chay').emergency).toBe('114');
    expect(marks('co nguoi bi dien giat bat tinh').emergency).toBe('115');
    expect(marks('đang bị cướp ở ngã tư').emergency).toBe('113');
    expect(marks('My house on fire please help').emergency).toBe('114');
  });

  it('names the service that most words speak of', () => {
    expect(marks('Cháy xưởng, cháy lớn, có người bất tỉnh').emergency).toBe('114');
  });

  it('marks abuse by whole words, and by their marks where they mean something else without', () => {
    expect(marks('Lũ khốn nạn làm ăn vậy hả').abusive).toBe(true);
    expect(marks('lu khon nan').abusive).toBe(true);
    expect(marks('đồ chó').abusive).toBe(true);
    expect(marks('do cho toi mua o sieu thi').abusive).toBeUndefined();
    expect(marks('Tôi mua đồ chơi').abusive).toBeUndefined();
  });

  it('marks what reads like a complaint or a denunciation, even in everyday speech: a person decides', () => {
    expect(marks('Tôi khiếu nại quyết định xử phạt số 12').outside).toBe('complaint');
    expect(marks('toi xin khieu nai ve rac').outside).toBe('complaint');
    expect(marks('Kèm theo đơn tố cáo cán bộ địa chính').outside).toBe('denunciation');
    expect(marks('Đã khiếu nại, nay tố cáo').outside).toBe('denunciation');
    expect(marks('I complain about rubbish').outside).toBeUndefined();
  });

  it('marks a language that the hotline does not speak', () => {
    expect(marks('道路坏了，请修理').otherLanguage).toBe(true);
    expect(marks('toi bi mat nuoc').otherLanguage).toBeUndefined();
  });
});
