import { sheets } from '../ledger-cells.ts';
import { type MessyLedger, text, workbook } from './ledger.ts';

const lines = (...records: readonly object[]) =>
  text(records.map((record) => JSON.stringify(record)).join('\n'));
const page = (name: string, unit: string, price: string): string =>
  `<p><b>一、招标条件</b></p><p>项目采购人为<u>${unit}</u>，招标代理人为<u>某咨询公司</u>。</p><p>项目名称：${name}</p>` +
  `<table><tr><td>序号</td><td>内容</td><td>最高限价</td></tr><tr><td>1</td><td>服务</td><td>${price}</td></tr></table><p>投标保证金：人民币捌仟元整（￥8000元）。</p>`;
const form = (name: string, code: string, unit: string, whole: number, year: number, why: string): string => `
二级项目支出绩效目标申报表
项目编码|${code}||项目名称|${name}
申请单位|${unit}||一级预算单位|东湖街道办事处
开始时间|2023-01-01||结束时间|2023-12-31
项目总金额|${whole}||本年金额|${year}
政策依据|依据街道职责
测算依据|${why}
一级指标|二级指标|三级指标|指标值|指标解释
产出指标|数量|系统数量|≥1个|在用系统`;

/** Ledgers as collectors of notices, budget systems and programs leave them. */
export const COLLECTED: readonly MessyLedger[] = [
  {
    file: '公告汇总.jsonl',
    hard: 'agency is who buys and agent who acts for them; titles of two papers, with agents, methods and numbers',
    projects: [
      ['云溪县第二中学信息化场馆建设项目', '云溪县教育和体育局', 900, 2026],
      ['云溪市融媒体中心节目生产平台采购项目', '云溪广播电视台', 180, 2026],
      ['城市书房数字化设备采购项目', '云溪县文化和旅游局', 40, 2026],
      ['云溪大学融媒体一体化平台建设项目', '云溪大学', 110, 2026],
      ['体育彩票门店信息化运维', '云溪省体育彩票管理中心', undefined, 2026],
    ],
    left: 1,
    bytes: lines(
      ...(
        [
          [
            '云溪县第二中学信息化场馆建设项目公开招标招标公告',
            '900.00万',
            '云溪县教育和体育局',
            '凉溪招标公司',
          ],
          [
            '云溪市公共资源交易中心关于云溪市融媒体中心节目生产平台采购项目的公开招标公告',
            '180.00万',
            '云溪广播电视台',
            '云溪市公共资源交易中心',
          ],
          [
            '云溪县文化和旅游局公开招标城市书房数字化设备采购项目的采购公告',
            '40.00万',
            '云溪县文化和旅游局',
            '鑫威工程咨询有限公司',
          ],
          [
            'GK2026-081（3） 云溪大学融媒体一体化平台建设项目（三次）公开招标公告',
            '110.00万',
            '云溪大学',
            '甲公司',
          ],
          [
            '云溪大学融媒体一体化平台建设项目招标公告变更公告[A33110120001]',
            '110.00万',
            '云溪大学',
            '甲公司',
          ],
          ['体育彩票门店信息化运维竞争性磋商公告', '详见内容', '云溪省体育彩票管理中心', '详见公告正文'],
        ] as const
      ).map(([title, budget, agency, agent], at) => ({
        id: `N-${at}`,
        title,
        phase: '招标公告',
        budget,
        agency,
        agent,
        date: '2026-07-14',
        isIT: true,
        winner: null,
      })),
    ),
  },
  {
    file: '阳光采购.jsonl',
    hard: 'whole pages in a field: only their words tell the unit and the price',
    projects: [
      ['监控光缆普查', '云溪广电网络有限公司', 47.9605, 2026],
      ['停车收费小程序开发', '云溪市停车场管理有限公司', undefined, 2026],
    ],
    bytes: lines(
      {
        prjTypeId: '02',
        publishDate: '2026-01-07',
        bulletinTitle: '监控光缆普查（二次重发）公开招标公告',
        bulletinContent: page('监控光缆普查', '云溪广电网络有限公司', '479605元'),
        prjNo: 'GC1',
        prjType: '信息化服务类项目',
      },
      {
        prjTypeId: '02',
        publishDate: '2026-01-08',
        bulletinTitle: '停车收费小程序开发询比公告',
        bulletinContent: page('停车收费小程序开发', '云溪市停车场管理有限公司', '/'),
        prjNo: 'GC2',
        prjType: '信息化服务类项目',
      },
    ),
  },
  {
    file: '交易数据.json',
    hard: 'one object that holds the list; titles are the first letters of their pinyin, sums in 元',
    projects: [
      ['智慧安居二期', '云溪区公安分局', 860, 2022],
      ['图书馆RFID系统', '云溪图书馆', 35.6, 2022],
      ['数字城管采集服务', '云溪区城管委', 450, 2022],
    ],
    bytes: text(
      JSON.stringify({
        code: 200,
        data: {
          total: 3,
          rows: [
            {
              xmmc: '智慧安居二期',
              zbr: '云溪区公安分局',
              zbdl: '甲',
              kzj: 8600000,
              zbje: 8435600.5,
              fbsj: '2022-08-01',
            },
            {
              xmmc: '图书馆RFID系统',
              zbr: '云溪图书馆',
              zbdl: '乙',
              kzj: null,
              zbje: 356000,
              fbsj: '2022-09-01',
            },
            {
              xmmc: '数字城管采集服务',
              zbr: '云溪区城管委',
              zbdl: '甲',
              kzj: 4500000,
              zbje: 4450000,
              fbsj: '2022-09-11',
            },
          ],
        },
      }),
    ),
  },
  {
    file: '绩效目标申报表.xlsx',
    hard: 'a form a sheet, two labels a row, bare sums in 元 that the words prove; 0 is none',
    projects: [
      ['智能发放机系统管理', '东湖街道办事处', 19.584, 2023],
      ['综治管控系统运维', '街道综治办', undefined, 2023],
      ['社区视频监控租赁', '街道综治办', 863.12, 2023],
    ],
    asks: ['按元读'],
    bytes: sheets(
      'xlsx',
      {
        name: '1',
        rows: form('智能发放机系统管理', '4403062213', '东湖街道办事处', 195840, 48960, '每年4.896万元'),
      },
      { name: '2', rows: form('综治管控系统运维', '4403062214', '街道综治办', 0, 0, '按合同') },
      { name: '3', rows: form('社区视频监控租赁', '4403062215', '街道综治办', 8631200, 4315600, '分两年') },
    ),
  },
  {
    file: '各科室项目.xlsx',
    hard: 'every row is labels and values side by side',
    projects: [
      ['智慧图书馆', '云溪区文旅局', 120, 2021],
      ['文物数字化', '云溪区文旅局', 86.5, 2022],
      ['全域旅游平台', '云溪区文旅局', undefined, 2023],
    ],
    bytes: sheets('xlsx', {
      name: 'S',
      rows: `
填报单位：|云溪区文旅局
项目1：|智慧图书馆|投资：|120万元|建成：|2021年
项目2：|文物数字化|投资：|86.5万元|建成：|2022年
项目3：|全域旅游平台|投资：|待定|建成：|2023年`,
    }),
  },
  {
    file: '2025年项目经费预算.xlsx',
    hard: 'a tree in one column: units with the sums of the projects below them, two years compared',
    projects: [
      ['电子公文系统运维', '区委办公室', 118, 2025],
      ['机要密码改造', '区委办公室', 180, 2025],
      ['人大代表履职平台', '区人大常委会办公室', 48, 2025],
    ],
    bytes: workbook('xlsx', {
      name: '预算',
      rows: [
        ['2025年信息化项目经费预算（单位：元）'],
        ['单位/项目', '项目类别', '2024年预算', '2025年预算', '增减'],
        ['区直机关合计', null, 3_680_000, 3_460_000, -220_000],
        ['001 区委办公室', null, 3_200_000, 2_980_000, -220_000],
        ['    电子公文系统运维', '运维', 1_200_000, 1_180_000, -20_000],
        ['    机要密码改造', '建设', 2_000_000, 1_800_000, -200_000],
        ['002 区人大常委会办公室', null, 480_000, 480_000, 0],
        ['    人大代表履职平台', '运维', 480_000, 480_000, 0],
      ],
    }),
  },
  {
    file: '招标代理登记表.xlsx',
    hard: 'lots below one name whose whole sum is merged like the name',
    projects: [
      ['智慧教育云平台建设项目', '云溪区教育局', 860, 2024],
      ['公共视频联网平台运维', '云溪区政法委', 98, 2024],
    ],
    bytes: sheets('xlsx', {
      name: '登记',
      merges: 'A2:A3 B2:B3 C2:C3 D2:D3',
      rows: `
项目名称|采购人|开标时间|委托金额（万元）合计|包号|最高限价（万元）（分包）|中标人
智慧教育云平台建设项目|云溪区教育局|2024.3.12|860|A包|500|甲公司
||||B包|360|乙公司
公共视频联网平台运维|云溪区政法委|2024.4.1|98|/|98|丙公司`,
    }),
  },
  {
    file: '年度资金报告.xls',
    hard: 'a contract of 0 is not fixed, and what is paid and planned in a year is not the whole',
    projects: [
      ['智慧养老服务平台', '市民政局', 128.5, 2018],
      ['低收入家庭核对系统', '市民政局', undefined, 2018],
      ['社保卡一卡通项目', '市人社局', 450.6, 2018],
    ],
    bytes: sheets('biff8', {
      name: 'Sheet1',
      merges: 'A1:G1 A3:A4',
      rows: `
2018年度资金报告（单位：万元）
部门|项目名称|合同金额|已支付金额|2018年度支付金额|2018年度计划支付金额|支付情况
市民政局|智慧养老服务平台|128.5|80|40|48.5|未完成支付
|低收入家庭核对系统|0|0|0|12|合同金额待定
市人社局|社保卡一卡通项目|450.6|300|150|150.6|未完成支付`,
    }),
  },
  {
    file: '意向汇总.xlsx',
    hard: 'a row moved from its first cell on, the titles again among the rows, a sheet of samples',
    projects: [
      ['智慧教育平台二期', '云溪市教育局', 265, 2026],
      ['渔港视频监控', '云溪市海洋发展局', 1280, 2026],
    ],
    bytes: sheets(
      'xlsx',
      {
        name: 'Sheet1',
        rows: `
区域|采购单位|项目名称|采购需求概况|预算金额（万元）|预计采购时间|是否面向中小企业
云溪市|云溪市教育局|智慧教育平台二期|平台一套|265.000000|2026年03月|否
区域|采购单位|项目名称|采购需求概况|预算金额（万元）|预计采购时间|是否面向中小企业
|云溪市|云溪市海洋发展局|渔港视频监控|新增60路|1,280.000000|2026年05月|是`,
      },
      { name: 'Sheet2', rows: '填报样例\n序号|申报单位|项目名称|合同金额\n1|XX局|示例项目|100' },
    ),
  },
  {
    file: '项目跟踪.xlsx',
    hard: 'the same projects in a sheet of approvals and one of contracts, and in those of two quarters',
    projects: [
      ['区级医疗影像云平台建设项目', '区卫健委', 880, 2021],
      ['统一支付平台对接', '区财政局', 18, 2021],
      ['智慧殡葬', '区民政局', 86.5, 2023],
    ],
    left: 2,
    bytes: sheets(
      'ods',
      {
        name: '立项',
        rows: '项目名称|建设单位|批复金额（万元）|批复时间\n区级医疗影像云平台建设项目|区卫健委|880|2021-03-01',
      },
      {
        name: '合同',
        rows: `
项目名称|建设单位|合同金额（万元）|签约日
区级医疗影像云平台建设项目|区卫健委|862.5|2021-08-12
统一支付平台对接|区财政局|18|2021-10-15`,
      },
      {
        name: '一季度',
        rows: '2023年项目进度\n项目名称|建设单位|合同金额（万元）|形象进度\n智慧殡葬|区民政局|88|招标',
      },
      {
        name: '二季度',
        rows: '2023年项目进度\n项目名称|建设单位|合同金额（万元）|形象进度\n智慧殡葬|区民政局|86.5|30%',
      },
    ),
  },
];
