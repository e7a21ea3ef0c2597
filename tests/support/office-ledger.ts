import * as XLSX from '@e965/xlsx';

/** A workbook as three units filled it in: two lines of titles, groups, a hidden row, sums in words, a section for a unit. */
export function officeLedger(): Uint8Array {
  const rows = [
    ['金水区各单位信息化项目汇总表（截至2023年底）', '', '', '', '', '', '', ''],
    ['填报单位：区教育局', '', '', '', '', '', '金额单位：万元', ''],
    ['序号', '项目单位', '项目名称', '投资情况', '', '建成时间', '进展', '实施范围'],
    ['', '', '', '总投资', '其中：区财政', '', '', ''],
    ['一', '教育系统（4个）', '', '', '', '', '', ''],
    [1, '区教育局', '智慧校园平台', 316.5, 316.5, '2021年9月', '已验收', '全区中小学'],
    [2, '', '教育城域网扩容', 860000, '', '2022-05', '运行', '一百二十所学校'],
    [3, '信息科', '校园视频会议', '约四十五万元', '', '2023.3', '在用', '区教育局机关'],
    [4, '', '作废的旧平台', 5, '', '', '', ''],
    [5, '区民政局', '居家养老服务平台', 88.5, '', '', '在建', '十七个街道'],
    [6, '花园路街道', '社区一体机', 12, 12, '2020年', '已建成', '二十个社区'],
    [7, '区民政局', '殡葬管理系统二期', '待定', '', '', '拟建', '全区'],
    ['', '小计', '', 1322, '', '', '', ''],
    ['填表人：示例甲', '', '', '', '填表日期：2023年12月31日', '', '', ''],
  ];
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((value) => (value === '' ? null : value))));
  const merges = ['A1:H1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4', 'H3:H4', 'B6:B7'];
  sheet['!merges'] = merges.map((ref) => XLSX.utils.decode_range(ref));
  sheet['!rows'] = rows.map((_, at) => ({ hidden: at === 8 }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '汇总');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
