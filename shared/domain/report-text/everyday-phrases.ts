/** What everyday Vietnamese says in every report, whatever it is about. Facts of the language, not of a province. */

/** Words that hold a keyword and mean something else: điện thoại is no electricity, yêu cầu no bridge. The longest match counts, so they take it away. */
export const OTHER_MEANINGS: readonly string[] = [
  ...['điện thoại', 'gọi điện', 'bưu điện', 'thư điện tử', 'điện tử', 'đại diện', 'điện máy', 'xe điện', 'xe đạp điện'],
  ...['yêu cầu', 'nhu cầu', 'cầu thang', 'toàn cầu', 'cầu mong', 'thỉnh cầu', 'cầu cứu', 'đá cầu', 'nhà cầu'],
  ...[
    'hồ chí minh',
    'thành phố',
    'khu phố',
    'hộ khẩu',
    'hộ dân',
    'tối đa',
    'tối thiểu',
    'chúng tôi',
    'nhà tôi',
    'tôi ở',
  ],
  ...[
    'tối qua',
    'tối nay',
    'tối nào',
    'tới tối',
    'sáng tới tối',
    'mỗi tối',
    'buổi tối',
    'sáng tối',
    'tối hôm',
    'ăn tối',
    'tối ngày',
    'từ tối',
    'tối thứ',
  ],
  ...['mạng sống', 'tính mạng', 'cách mạng', 'cách mạng tháng tám', 'mạng xã hội', 'mạng người'],
  ...['cống hiến', 'gạch ngang', 'mặt bằng', 'khói lửa', 'bụi cây', 'bụi cỏ', 'đất nước', 'uống nước', 'quán nước'],
  ...[
    'xin hỏi thăm',
    'cổng trường',
    'trường hợp',
    'trước trường',
    'gần trường',
    'sau trường',
    'xà bông',
    'học hỏi',
    'nước ngoài',
    'nước mắt',
    'công ty',
    'công an',
    'công nhân',
    'ăn uống',
  ],
];

/** Said out of courtesy in any report: they suggest a category only when nothing else does. */
export const COURTESIES: readonly string[] = [
  ...['đề nghị', 'kiến nghị', 'phản ánh', 'góp ý', 'hỏi', 'cho hỏi', 'cho tôi hỏi', 'cảm ơn', 'cám ơn', 'xin cảm ơn'],
  ...['thank you', 'thanks', 'question', 'suggestion', 'ask'],
];

/** Somebody may come to harm while the report waits. */
export const DANGERS: readonly string[] = [
  ...[
    'nguy hiểm',
    'khẩn cấp',
    'gấp lắm',
    'rất gấp',
    'xử lý gấp',
    'cứu với',
    'chết người',
    'tai nạn chết',
    'nguy cơ đổ',
  ],
  ...['đứt dây điện', 'dây điện đứt', 'dây điện rơi', 'hở điện', 'rò điện', 'rò rỉ điện', 'điện giật', 'chập điện'],
  ...['xẹt lửa', 'phóng điện', 'cháy nổ', 'phát nổ', 'bốc cháy', 'đang cháy', 'rò rỉ gas', 'xì gas'],
  ...[
    'mất nắp cống',
    'nắp cống mất',
    'mất nắp',
    'hố tử thần',
    'sụp hố',
    'lọt hố',
    'sắp đổ',
    'sắp sập',
    'sắp ngã',
    'đổ vào nhà',
  ],
  ...['cây đổ', 'cây ngã', 'trụ điện ngã', 'sạt lở', 'sập tường', 'chìm tàu', 'bị thương', 'té xe', 'bị té', 'ngộ độc'],
  ...[
    'dangerous',
    'danger',
    'urgent',
    'urgently',
    'emergency',
    'fallen wire',
    'live wire',
    'sparks',
    'injured',
    'fell into',
  ],
];

/** Before a word of danger it takes the danger back. */
export const DENIALS: readonly string[] = ['không', 'chưa', 'hết', 'not', 'no', 'isn'];
