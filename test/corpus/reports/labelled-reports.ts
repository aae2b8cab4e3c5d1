/**
 * Reports as people write them to a hotline, made up for this test, each with the category that an operator would choose: with marks and without,
 * in the speech of the south, hurried, angry, in English. `TUNED` were looked at while the classifier and the province's keywords were made; `UNSEEN`
 * were written before both and not tuned to, though by the same hand; `LATER` are the hardest, in roundabout words, and showed which keywords were
 * missing. `FRESH` were written last and nothing was changed for them: they are the honest measure.
 */
export interface LabelledReport {
  readonly text: string;
  readonly category: string;
}

const about = (category: string, texts: readonly string[]): readonly LabelledReport[] =>
  texts.map((text) => ({ category, text }));

export const TUNED: readonly LabelledReport[] = [
  ...about('thu-tuc-hanh-chinh', [
    'Tôi nộp hồ sơ đăng ký khai sinh ở Bộ phận Một cửa phường đã 10 ngày mà chưa có kết quả, gọi điện thì không ai nghe máy.',
    'Cán bộ tiếp dân ở phường có thái độ gây khó khăn, bắt tôi đi lại 4 lần chỉ để xin xác nhận giấy tờ.',
    'nop ho so cap giay phep xay dung tre hen 2 tuan roi ma khong thay tra loi, can bo cu hen lai hoai',
    'My residence paperwork at the one-stop counter is three weeks late and the officer keeps asking for more documents.',
  ]),
  ...about('an-ninh-trat-tu', [
    'Quán nhậu đầu hẻm mở loa kẹo kéo hát karaoke tới 1 giờ sáng, cả xóm không ngủ được.',
    'Nhóm thanh niên tụ tập đánh bài ăn tiền mỗi tối ở bãi đất trống sau chợ, mong công an xuống kiểm tra.',
    'xom tui dem nao cung co may ong nhau roi hat karaoke om som toi khuya, chiu het noi',
    'Khu trọ tôi ở hay bị mất trộm xe máy, tuần rồi mất 3 chiếc, đề nghị tăng cường tuần tra.',
    'Neighbours play very loud karaoke every night until 2 am, please send the police.',
  ]),
  ...about('an-toan-giao-thong', [
    'Đèn tín hiệu ở ngã tư chợ Đình bị hỏng từ sáng, xe cộ chạy lộn xộn rất dễ xảy ra tai nạn.',
    'Xe container đậu xe hai bên đường Huỳnh Văn Lũy che hết tầm nhìn, đề nghị xử lý.',
    'gio tan tam nga ba cong ty ket xe khung khiep, khong co ai dieu tiet, de nghi csgt ho tro',
    'Tối thứ bảy nào cũng có đám thanh niên đua xe nẹt pô trên đại lộ Bình Dương.',
    'The traffic light at the market junction has been stuck on red since this morning.',
  ]),
  ...about('ha-tang-giao-thong', [
    'Đường Lê Hồng Phong có ổ gà rất lớn, sâu cả gang tay, mưa xuống là người đi xe máy té liên tục.',
    'Nắp cống trước cổng trường bị mất nắp mấy ngày nay chưa ai đặt lại, nguy hiểm cho các cháu.',
    'duong vao khu pho 3 hu het tron, o ga o voi, xe may di muon gay cot song',
    'Công ty cấp nước đào đường xong lấp qua loa, mặt đường lún xuống thành rãnh dài cả chục mét.',
    'There is a huge pothole on Yersin street, two motorbikes fell there yesterday.',
  ]),
  ...about('chieu-sang', [
    'Đèn đường hẻm 45 tắt cả tuần nay, tối đi làm về không thấy gì hết.',
    'Cột đèn số 12 đường Phú Lợi bóng chớp tắt liên tục cả đêm.',
    'den duong khong sang may bua roi, khuc gan cau Ong Co toi om',
    'Đề nghị lắp thêm đèn cao áp chiếu sáng đoạn từ chùa đến nghĩa trang.',
    'Street lights on our lane have been off for five nights.',
  ]),
  ...about('cay-xanh', [
    'Cây xanh trước nhà bị mục gốc nghiêng hẳn ra đường, mưa gió là đổ.',
    'Nhánh cây to gãy treo lơ lửng trên vỉa hè đường Cách Mạng Tháng Tám.',
    'cay phuong trong cong vien chet kho roi ma khong thay ai don, de nghi cat bo',
    'Please trim the trees on the boulevard, the branches block the signs.',
  ]),
  ...about('cap-nuoc', [
    'Nước máy nhà tôi chảy ra màu vàng đục, có mùi tanh, không dám nấu ăn.',
    'Cúp nước từ 5 giờ sáng tới giờ không thông báo gì hết.',
    'nuoc yeu qua chay ri ri, may tang tren khong co nuoc tam luon',
    'Đường ống nước bị bể trước số nhà 20, nước chảy lênh láng phí quá.',
    'No water in our building since yesterday and nobody from the water company answers.',
  ]),
  ...about('thoat-nuoc-ngap', [
    'Cứ mưa 30 phút là đường ngập tới đầu gối, nước tràn vô nhà.',
    'Cống thoát nước trước nhà bị nghẹt, nước thải trào ngược lên hôi thối.',
    'mua cai la ngap lut khap khu pho, cong nghet day rac khong ai nao vet',
    'Our street floods knee-deep every time it rains because the drain is blocked.',
  ]),
  ...about('dien-luc', [
    'Mất điện từ tối qua đến giờ, gọi tổng đài điện lực không được.',
    'Dây điện đứt nằm ngay trên lề đường trước chợ, rất nguy hiểm, đề nghị cúp điện xử lý gấp.',
    'cup dien lien tuc may ngay nay ma ko bao truoc, nha co nguoi gia',
    'Tiền điện tháng này tăng gấp ba dù nhà không xài thêm gì, nghi đồng hồ điện chạy sai.',
    'Power has been out on our block since 6 pm, the transformer made a loud bang.',
  ]),
  ...about('moi-truong', [
    'Bãi rác tự phát cuối hẻm bốc mùi hôi thối, ruồi bay đầy nhà.',
    'Xưởng gỗ kế bên đốt mùn cưa khói đen nghịt cả ngày, trẻ con ho suốt.',
    '3 ngay roi khong thay xe lay rac, rac chat dong truoc cua nha',
    'Công ty dệt nhuộm xả thải ra kênh lúc nửa đêm, nước đỏ ngầu.',
    'Garbage has not been collected for a week and it smells terrible.',
  ]),
  ...about('vien-thong', [
    'Dây cáp viễn thông chùng xuống sát đầu người đi đường Nguyễn An Ninh.',
    'Mạng internet cáp quang nhà tôi rớt liên tục cả tuần, gọi nhà mạng không ai xuống.',
    'ngay nao cung bi goi rac moi vay tien, chan so nay no goi so khac',
  ]),
  ...about('van-tai-cong-cong', [
    'Xe buýt tuyến số 8 bỏ trạm không dừng đón khách dù tôi đã vẫy.',
    'Tài xế taxi chặt chém, đi 3 cây số mà lấy 200 ngàn.',
    'xe buyt chay tre ca tieng dong ho, phu xe an noi voi khach rat tho lo',
    'The bus driver on route 61 refused to let my grandmother on.',
  ]),
  ...about('trat-tu-do-thi', [
    'Các hộ buôn bán lấn chiếm hết vỉa hè, người đi bộ phải xuống lòng đường.',
    'Nhà số 7 xây dựng không phép thêm tầng 4, ban đêm vẫn thi công.',
    'ba con ban hang rong tran het long duong truoc cong khu cong nghiep',
    'Someone is building a house without a permit behind the school.',
  ]),
  ...about('y-te-attp', [
    'Tôi ăn bánh mì ở tiệm trước cổng trường xong bị ngộ độc, nôn ói cả đêm, mong kiểm tra vệ sinh an toàn thực phẩm.',
    'Khu phố có nhiều ca sốt xuất huyết mà chưa thấy phun thuốc muỗi.',
    'phong kham tu nhan gan nha toi khong co bang cap ma van kham benh ban thuoc',
    'Got food poisoning from a stall near the night market, please inspect it.',
  ]),
  ...about('giao-duc', [
    'Trường học thu đủ thứ tiền đầu năm, phụ huynh rất bức xúc về lạm thu.',
    'Giáo viên ép học sinh học thêm tại nhà, không học thì bị đì.',
    'tuyen sinh lop 1 nam nay lam sao vay, con toi tam tru co duoc hoc khong',
  ]),
  ...about('khac', [
    'Cảm ơn tổng đài đã hỗ trợ gia đình tôi rất nhiệt tình tuần vừa rồi.',
    'Cho tôi hỏi ngày lễ tổng đài có làm việc không?',
    'gop y: trang web 1022 nen co them tieng Khmer',
  ]),
];

export const UNSEEN: readonly LabelledReport[] = [
  ...about('thu-tuc-hanh-chinh', [
    'Đi làm căn cước mà cán bộ bắt bổ sung giấy tờ không có trong quy định, hẹn trả kết quả rồi lại dời.',
    'dich vu cong nop online bi loi, ho so cua toi treo hon 1 thang khong ai xu ly',
  ]),
  ...about('an-ninh-trat-tu', [
    'Nhà đối diện thường xuyên có người lạ ra vào, nghi sử dụng ma túy, bà con lo lắng mất an ninh.',
    'Bị lừa đảo qua mạng chuyển khoản 20 triệu, nhờ hướng dẫn trình báo.',
    'dam no tu tap danh nhau truoc quan nuoc dem qua, gay roi ca khu',
    'My motorbike was stolen in front of the supermarket last night.',
  ]),
  ...about('an-toan-giao-thong', [
    'Biển báo cấm xe tải bị cây che khuất, tài xế không thấy nên cứ chạy vào.',
    'Nhiều xe máy đi ngược chiều ở dốc cầu buổi sáng, đề nghị lắp camera phạt nguội.',
    'xe ben cho dat qua tai chay rao rao ca ngay lam hu duong, csgt o dau',
    'Cars park on both sides of the narrow road and cause traffic jams at rush hour.',
  ]),
  ...about('ha-tang-giao-thong', [
    'Vỉa hè trước bệnh viện bong tróc gạch, người già đi vấp té.',
    'Có một hố sụt lún to đùng giữa đường, ai đó cắm tạm cành cây cảnh báo.',
    'cai nap ho ga bi sup, ban banh xe lot xuong suyt te',
    'Cầu sắt qua rạch bị mục sàn, đi rung bần bật.',
    'The pavement is broken and the road surface is full of holes.',
  ]),
  ...about('chieu-sang', [
    'Nguyên con đường tối thui, bóng đèn hư gần hết mà không ai thay.',
    'Đèn chiếu sáng công cộng bật cả ban ngày rất lãng phí.',
    'hem 12 may cai bong den duong chay het roi, thay giup',
  ]),
  ...about('cay-xanh', [
    'Cây dầu cổ thụ rụng cành khô xuống mái nhà dân, đề nghị tỉa cây trước mùa mưa.',
    'cay nga chan ngang duong sau con giong chieu nay',
    'A tree fell across the road after the storm.',
  ]),
  ...about('cap-nuoc', [
    'Đồng hồ nước bị kẹt, tháng nào cũng tính tiền nước khoán.',
    'khu pho 4 mat nuoc 2 ngay roi, song sao noi',
    'Tap water is brown and smells of chlorine.',
  ]),
  ...about('thoat-nuoc-ngap', [
    'Triều cường dâng lên tràn bờ kênh, cả khu phố ngập nặng.',
    'Mương thoát nước bị lấn, bùn đất bít hết, mưa không thoát được.',
    'ngap nuoc truoc cong cho, xe chet may hang loat',
  ]),
  ...about('dien-luc', [
    'Trụ điện gỗ bị nghiêng sắp đổ vào nhà dân.',
    'Bình biến áp nổ lách tách, chập điện xẹt lửa trong đêm.',
    'day dien chung xuong thap tam voi, tre em voi tay la toi',
    'The electricity keeps cutting out several times a day.',
  ]),
  ...about('moi-truong', [
    'Hàng xóm nuôi heo giữa khu dân cư, mùi hôi chịu không nổi.',
    'Bụi từ công trường bay mù mịt, nhà nào cũng phải đóng cửa.',
    'ho dan dot rac moi chieu khoi bay vao nha nghet tho',
    'Có xác động vật chết trôi trên rạch mấy bữa nay.',
    'A factory is dumping waste into the river at night.',
  ]),
  ...about('vien-thong', [
    'Khu vực nhà tôi sóng điện thoại rất yếu, gọi cứ bị ngắt quãng.',
    'wifi nha mang lap xong 3 ngay la mat mang, bao hong khong ai sua',
  ]),
  ...about('van-tai-cong-cong', [
    'Nhà xe khách nhồi nhét quá số người, thu tiền vé xe cao hơn niêm yết.',
    'tram dung xe buyt truoc truong khong co mai che, mua uot het',
  ]),
  ...about('trat-tu-do-thi', [
    'Bảng hiệu quảng cáo treo tràn lan che hết cửa sổ nhà tôi.',
    'Họ đổ vật liệu xây dựng cát đá choán hết đường hẻm cả tháng trời.',
    'quan ca phe ke ban ghe lan chiem le duong, xe dau het loi di',
    'Street vendors block the whole sidewalk in front of the market.',
  ]),
  ...about('y-te-attp', [
    'Bệnh viện bắt chờ 5 tiếng đồng hồ mới được khám, nhân viên quát tháo người bệnh.',
    'tiem thuoc tay ban thuoc het han cho me toi',
    'Trạm y tế phường hết vắc xin, khi nào có lại?',
  ]),
  ...about('giao-duc', [
    'Suất ăn bán trú của trường mầm non quá ít, con tôi về nhà đói meo.',
    'Nhà trường bắt đóng tiền máy lạnh, học phí phụ thu không có biên lai.',
    'co giao danh hoc sinh lop 3 bam tim tay',
  ]),
  ...about('khac', [
    'Xin cảm ơn các anh chị 1022, việc của tôi đã xong.',
    'Đề nghị thành phố tổ chức thêm lễ hội văn hóa cho người dân.',
  ]),
];

export const LATER: readonly LabelledReport[] = [
  ...about('thu-tuc-hanh-chinh', [
    'Em lên phường xin dấu đơn xin việc mà chị ngồi quầy nói thiếu cái này thiếu cái kia, đi 3 bận chưa xong.',
    'Đất nhà tôi làm sổ từ tháng 3 tới giờ mà văn phòng đất đai cứ im re, hẹn lần này qua lần khác.',
    'dang ky ket hon bi tra lai ma ko noi ly do, ve que xa lam moi lan di ton tien xe',
  ]),
  ...about('an-ninh-trat-tu', [
    'Tối nào bên kia đường cũng dàn nhạc sống xập xình tới khuya, góp ý thì bị chửi.',
    'Có người lạ đi dò cửa từng nhà trong hẻm lúc nửa đêm, bà con hoang mang lắm.',
    'may thang choi hang trong nha hoang cuoi xom vut kim tiem day ra',
    'A man follows girls at the bus station every evening, we are scared.',
  ]),
  ...about('an-toan-giao-thong', [
    'Ngã tư này không có đèn xanh đèn đỏ, mạnh ai nấy chạy, tuần nào cũng đụng nhau.',
    'Xe tải chạy vào giờ cấm ầm ầm trên đường có trường học.',
    'do xe hoi giua duong nguyen ngay khong ai qua duoc',
    'Nên đặt gương cầu lồi ở khúc cua này vì khuất tầm nhìn.',
  ]),
  ...about('ha-tang-giao-thong', [
    'Tuyến này đá dăm trồi lên hết, chạy xe máy cứ như đi cà kheo.',
    'Rãnh băng qua đường không trám lại, tối nào cũng có người té.',
    'lan can cau bi xe dung gay roi bo do luon',
    'The road to the industrial park is falling apart after the rainy season.',
  ]),
  ...about('chieu-sang', [
    'Đoạn gần nghĩa trang ban đêm không có lấy một bóng đèn, đi làm ca đêm về sợ lắm.',
    'Trụ đèn trước nhà nhấp nháy suốt đêm nhức cả mắt.',
    'xom tui toi den nhu muc, den nha nuoc gan roi bo khong',
  ]),
  ...about('cay-xanh', [
    'Rễ bàng trồi lên làm nứt hết hàng rào nhà tôi.',
    'Mấy cây me trên đường rớt lá bít máng xối, xin cắt bớt.',
    'nhanh cay quet vao mai ton nha toi moi khi co gio',
  ]),
  ...about('cap-nuoc', [
    'Vòi nước nhà tôi mở ra toàn cặn đen.',
    'Bên cấp nước báo 8h có nước lại mà giờ 3 giờ chiều vẫn chưa có giọt nào.',
    'We have had hardly any pressure in the taps all week.',
  ]),
  ...about('thoat-nuoc-ngap', [
    'Hễ mưa lớn là nước dồn về xóm tôi như sông, đồ đạc trôi hết.',
    'Cái rãnh sau nhà đọng nước xanh lè cả tháng không chảy đi đâu.',
    'mieng ho ga bi lap mat nen nuoc khong co duong rut',
  ]),
  ...about('dien-luc', [
    'Cả dãy trọ tối thui từ 7 giờ, quạt không chạy, con nít khóc quá trời.',
    'Dây nhợ lòng thòng trước cửa xẹt lửa lúc trời mưa.',
    'dien phap phu hu het cai tu lanh nha toi',
  ]),
  ...about('moi-truong', [
    'Người ta đem xà bần đổ đầy bãi đất trống cạnh nhà tôi.',
    'Lò than gần đây đêm nào cũng nhả khói cay mắt.',
    'cong ty giay xa nuoc den ngom ra suoi ca chet noi trang',
    'The landfill stinks so badly that we cannot open the windows.',
  ]),
  ...about('vien-thong', [
    'Cục phát sóng trên nóc nhà hàng xóm kêu ù ù cả đêm.',
    'bua nay len mang cham nhu rua, nap tien roi van vay',
  ]),
  ...about('van-tai-cong-cong', [
    'Chuyến 5 giờ chiều bỏ luôn không chạy, tụi em công nhân đứng chờ cả tiếng.',
    'Anh tài chạy ẩu, thắng gấp làm bà bầu té trên xe 616.',
  ]),
  ...about('trat-tu-do-thi', [
    'Nhà hàng xóm đua ban công ra hẻm, che hết nắng gió nhà tôi.',
    'Họ dựng rạp bán hải sản ngay giữa lối đi bộ.',
    'xay nha ban dem do be tong am am khong che chan gi het',
  ]),
  ...about('y-te-attp', [
    'Quán bún trước cổng trường để ruồi bu đầy thức ăn, rửa chén dưới cống.',
    'Xóm có mấy đứa nhỏ bị tay chân miệng, xin phun khử khuẩn.',
    'di kham bao hiem ma bi bat mua thuoc ngoai het',
  ]),
  ...about('giao-duc', [
    'Bé nhà em bị bạn đánh ở trường mà cô làm lơ.',
    'Đầu năm đóng quỹ lớp mấy triệu đồng, không đóng là bị nêu tên.',
    'truong thu tien may lanh nhung khong mo',
  ]),
  ...about('khac', [
    'Tôi muốn biết số điện thoại của trung tâm bảo trợ xã hội.',
    'Tổng đài trả lời rất tốt, tôi rất hài lòng.',
  ]),
];

export const FRESH: readonly LabelledReport[] = [
  ...about('thu-tuc-hanh-chinh', [
    'Tôi làm thủ tục sang tên sổ đỏ từ tháng 8, biên nhận hẹn 30 ngày mà nay đã quá 2 tháng.',
    'Chị tiếp nhận ở phường nói chuyện cộc lốc, hỏi gì cũng bảo lên mạng mà coi.',
    'xin giay xac nhan doc than ma phuong bat ve que xin, co dung khong',
  ]),
  ...about('an-ninh-trat-tu', [
    'Nhà bên cạnh mở tiệc, hát karaoke loa thùng suốt từ trưa tới 11 giờ đêm.',
    'Tiệm game bắn cá trá hình cờ bạc hoạt động công khai gần chợ.',
    'mat xe dap dien trong bai giu xe, bao ve khong chiu trach nhiem',
  ]),
  ...about('an-toan-giao-thong', [
    'Học sinh tan trường băng qua đường rất nguy hiểm vì không có vạch cho người đi bộ.',
    'Đèn đỏ ở giao lộ này chỉ 10 giây, xe dồn lại cả cây số.',
    'xe tai nang chay vao khu dan cu luc nua dem, nha rung am am',
    'Trucks speed through our village road every night.',
  ]),
  ...about('ha-tang-giao-thong', [
    'Mặt đường trước ủy ban bị trồi nhựa thành cục, xe cán qua mất lái.',
    'Gạch lát vỉa hè bể nát, mưa là bắn nước bẩn lên người.',
    'cau bac qua kenh bi sup mot ben mo cau, di rat so',
    'Manhole cover missing outside number 5, a child almost fell in.',
  ]),
  ...about('chieu-sang', [
    'Cả khu tái định cư có 6 bóng đèn đường thì hư hết 5.',
    'Đèn công cộng sáng từ 3 giờ chiều, tối lại tắt.',
    'duong ve khu tro khong co den, con gai di lam ve khuya so lam',
  ]),
  ...about('cay-xanh', [
    'Cây xà cừ bên hông trường bị sâu đục thân, sợ đổ vào các bé.',
    'Xin trồng lại cây xanh ở dải phân cách vì chết khô gần hết.',
    'cong vien co moc cao qua, khong ai cat tia',
  ]),
  ...about('cap-nuoc', [
    'Đồng hồ nước nhà tôi quay dù đã khóa hết vòi.',
    'bua gio nuoc may co mui clo nong nac, uong vo dau bung',
    'Bị cắt nước không báo trước, trong khi tôi đóng tiền đầy đủ.',
  ]),
  ...about('thoat-nuoc-ngap', [
    'Miệng cống bị người ta lấy tấm ván che lại, mưa nước không xuống được.',
    'ham chung cu bi ngap vi cong ngoai duong tran vao',
    'Mới mưa có một trận mà đường đã thành sông.',
  ]),
  ...about('dien-luc', [
    'Điện nhà tôi chập chờn, lúc có lúc không, sợ cháy đồ.',
    'khu cong nhan mat dien 2 dem lien, nong khong ngu duoc',
    'Cột điện trước nhà bị xe đụng nứt chân, có thể ngã bất cứ lúc nào.',
  ]),
  ...about('moi-truong', [
    'Xe rác 4 ngày mới đến một lần, rác tràn ra cả lòng đường.',
    'Cơ sở tái chế nhựa nấu nhựa ban đêm mùi khét lẹt.',
    'nguoi ta vut xac heo chet xuong kenh',
    'Someone keeps burning plastic next to the kindergarten.',
  ]),
  ...about('vien-thong', [
    'Nhà mạng tự ý trừ tiền gói cước tôi không đăng ký.',
    'cap quang dut ca tuan khong ai noi lai',
  ]),
  ...about('van-tai-cong-cong', [
    'Xe buýt số 53 chạy quá tốc độ, không cho khách xuống đúng trạm.',
    'taxi du chen ep khach o ben xe mien dong moi',
  ]),
  ...about('trat-tu-do-thi', [
    'Hộ đối diện cơi nới nhà lấn ra hẻm nửa mét, xe cứu hỏa không vào được.',
    'Chợ cóc họp ngay đầu hẻm mỗi sáng, không đi đâu được.',
    'cong trinh xay nha ke ben lam nut tuong nha toi',
  ]),
  ...about('y-te-attp', [
    'Căn tin công ty nấu thức ăn ôi, hơn chục công nhân đau bụng nhập viện.',
    'nhan vien benh vien thai do lo la voi nguoi nha benh nhan',
    'Phòng nha không phép hoạt động trong chung cư.',
  ]),
  ...about('giao-duc', [
    'Cô giáo mầm non quát mắng, nhốt trẻ ngoài hành lang.',
    'truong bat mua dong phuc gia cao gap doi ben ngoai',
  ]),
  ...about('khac', [
    'Gửi lời cảm ơn đội cứu hộ đã giúp đỡ bà con.',
    'Tổng đài cho hỏi mấy giờ thư viện thành phố mở cửa?',
  ]),
];
