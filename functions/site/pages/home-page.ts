/** The front page: the few things a person comes for, and where the rest is described. */
import type { Province } from '../../../shared/domain/catalogue/catalogue.ts';
import { html } from '../../../shared/shell/html.ts';
import { page } from '../../../shared/shell/page.ts';

export function homePage(province: Province): string {
  return page({
    title: `Một cửa ${province.name}`,
    body: html`
<p>Nộp hồ sơ thủ tục hành chính, theo dõi và nhận kết quả tại quầy hoặc tại nhà.</p>
<p lang="en">File a dossier with ${province.nameEn}, follow it, and have the result at the counter or at your door.</p>
<ul>
<li><a href="/tra-cuu">Tra cứu hồ sơ</a> <span lang="en">(look a dossier up)</span></li>
<li><a href="/1022">Phản ánh, kiến nghị đến 1022</a> <span lang="en">(report something)</span></li>
<li><a href="/staff/sign-in">Cán bộ đăng nhập</a> <span lang="en">(staff sign-in)</span></li>
<li><a href="/openapi.json">Giao diện lập trình (OpenAPI)</a> <span lang="en">(programming interface)</span></li>
</ul>
<p>Tổng đài: <strong>${province.hotline}</strong></p>`,
  });
}
