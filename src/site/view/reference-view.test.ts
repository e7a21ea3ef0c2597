import { describe, expect, it } from 'vitest';
import { sourceHtml } from './reference-view.ts';

describe('the source of a reference', () => {
  it.each([
    'http://www.ccgp.gov.cn/cggg/dfgg/zbgg/202605/t1.htm',
    'https://ccgp-shandong.gov.cn/detail?id=1&a=2',
    'https://www.zzu.edu.cn/info/1.htm',
  ])('%s is original and becomes a link', (address) => {
    expect(sourceHtml(address)).toContain(`<a href="${address.replaceAll('&', '&amp;')}" rel="nofollow`);
  });

  it.each([
    'https://pdfslide.us/documents/x.html',
    'https://www.gov.cn.example.com/x',
    'https://evilgov.cn/x',
    'https://example.com/?u=https://www.gov.cn/',
    'https://user@example.com/www.gov.cn',
    'javascript:alert(1)//www.gov.cn',
    '某市政府文件，2021年4月29日',
  ])('%s stays text', (address) => {
    expect(sourceHtml(address)).not.toContain('<a');
  });
});
