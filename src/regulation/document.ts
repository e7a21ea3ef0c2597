import type { Chapter } from './types.ts';

/** The notice that carries the regulation: everything outside the articles and the annexes, verbatim. */
export const REGULATION = {
  number: '金政〔2021〕22号',
  letterhead: '郑州市金水区人民政府文件',
  issuer: '郑州市金水区人民政府',
  title: '金水区“数智金水”建设项目管理办法（试行）',
  date: '2021-04-29',
  notice: {
    title: '郑州市金水区人民政府关于印发金水区“数智金水”建设项目管理办法（试行）的通知',
    addressees: '各园区管委会，各街道办事处，区人民政府各部门，各有关单位：',
    text: '现将《金水区“数智金水”建设项目管理办法（试行）》印发给你们，请结合实际，认真贯彻执行。',
  },
  copies: ['抄送：区委各部门，区武装部。', '区人大常委会办公室，区政协办公室，区法院，区检察院。'],
  printedBy: '郑州市金水区人民政府办公室',
  printed: '2021年4月29日印发',
} as const;

export const CHAPTERS = [
  { id: 'ch1', label: '第一章', title: '总则' },
  { id: 'ch2', label: '第二章', title: '项目申报（报备）管理' },
  { id: 'ch3', label: '第三章', title: '项目建设与管理' },
  { id: 'ch4', label: '第四章', title: '附则' },
] as const satisfies readonly Chapter[];
