import { sheets } from '../ledger-cells.ts';
import { type MessyLedger, text, workbook } from './ledger.ts';

/** Notices and exports of programs. */
export const NOTICES: readonly MessyLedger[] = [
  {
    file: '信息化项目清单.xls',
    hard: 'old binary workbook, unit merged over its projects, 元 in one column, a sum in words',
    bytes: workbook('biff8', {
      name: 'Sheet1',
      rows: [
        ['区直各单位信息化项目清单（截至2022年12月）'],
        ['序号', '申报部门', '信息化项目名称', '批复金额（元）', '批复文号', '建成时间', '使用情况'],
        [1, '区卫生健康委员会', '基层医疗云平台', 2680000, '金数〔2020〕3号', '2020年11月', '正常使用'],
        [2, null, '家庭医生签约系统', '约三十五万元', '金数〔2020〕9号', '2021.3', '正常使用'],
        [3, null, '核酸检测信息系统', 1200000, '金数〔2021〕2号', '2021-02-01', '停用'],
        [4, '区城市管理局', '数字城管升级改造', 985000.5, '金数〔2019〕7号', '2019年底', '正常使用'],
        [null, '合计', null, 5215000.5, null, null, null],
        ['填表人：示例甲', null, null, '审核人：示例乙', null, '填表日期：2022.12.30', null],
      ],
      merges: ['A1:G1', 'B3:B5'],
    }),
    projects: [
      ['基层医疗云平台', '区卫生健康委员会', 268, 2020],
      ['家庭医生签约系统', '区卫生健康委员会', 35, 2021],
      ['核酸检测信息系统', '区卫生健康委员会', 120, 2021],
      ['数字城管升级改造', '区城市管理局', 98.50005, 2019],
    ],
    left: 2,
  },
  {
    file: '采购意向公开.csv',
    hard: 'procurement intentions with long titles, amounts of six places, months',
    bytes: text(
      [
        '示例区行政审批局2024年3月至6月政府采购意向,,,,,',
        '序号,采购项目名称,采购品目,采购需求概况,预算金额(万元),预计采购时间（填写到月）,备注',
        '1,政务服务大厅智能化改造项目,A02010000信息化设备,"采购标的需实现的主要功能或者目标：叫号、评价、一体机。',
        '采购数量：一批",186.500000,2024年04月,无',
        '2,一网通办系统运维服务,C0201软件开发服务,系统日常维护、故障处理、数据备份,48.000000,2024年06月,',
        '本次公开的采购意向是本单位政府采购工作的初步安排，具体采购项目情况以相关采购公告和采购文件为准。,,,,,,',
      ].join('\r\n'),
    ),
    projects: [
      ['政务服务大厅智能化改造项目', '示例区行政审批局', 186.5, 2024],
      ['一网通办系统运维服务', '示例区行政审批局', 48, 2024],
    ],
    left: 1,
  },
  {
    file: '项目导出.xls',
    hard: 'a web page that a system named .xls',
    bytes: text(
      '<html><head><meta charset="utf-8"></head><body><table><tr><th colspan="4">项目库导出</th></tr><tr><th>立项名称</th><th>申请单位</th><th>申请金额(元)</th><th>申报时间</th></tr><tr><td>电子证照共享系统</td><td>示例区行政审批局</td><td>758000</td><td>2023-04-18 09:12:33</td></tr><tr><td>&lt;b&gt;数据治理&lt;/b&gt;平台</td><td>示例区数据局</td><td>1,250,000.00</td><td>2023-05-01</td></tr></table></body></html>',
    ),
    projects: [
      ['电子证照共享系统', '示例区行政审批局', 75.8, 2023],
      ['<b>数据治理</b>平台', '示例区数据局', 125, 2023],
    ],
    left: 0,
  },
  {
    file: 'notices.jsonl',
    hard: 'keys of a program in English, one line for a notice',
    bytes: text(
      [
        '{"title":"示例区智慧消防平台项目公开招标公告","purchaser":"示例区消防救援大队","budget":"预算金额：98.6万元","publish_date":"2024-07-01","url":"https://example.cn/1"}',
        '{"title":"示例区智慧消防平台项目（二次）公开招标公告","purchaser":"示例区消防救援大队","budget":"预算金额：98.6万元","publish_date":"2024-08-01","url":"https://example.cn/2"}',
        '{"title":"示例区图书馆自助借还设备采购中标公告","purchaser":"示例区图书馆","budget":"453200元","publish_date":"2024-07-09","url":"https://example.cn/3"}',
      ].join('\n'),
    ),
    projects: [
      ['示例区智慧消防平台项目', '示例区消防救援大队', 98.6, 2024],
      ['示例区图书馆自助借还设备采购', '示例区图书馆', 45.32, 2024],
    ],
    left: 1,
  },
  {
    file: '街道项目.csv',
    hard: 'UTF-16, tabs, units written once above their runs, a shifted row, an amount in 元 among 万元',
    bytes: () => {
      const lines = [
        ['牵头单位', '项目名称', '金额（万元）', '时间'],
        ['花园路街道', '平安小区视频监控', '36.5', '2021年'],
        ['', '社区信息屏', '8', '2021年'],
        ['', '网格员手持终端', '120000', '2022年'],
        ['', '智慧门禁', '22', '2022年'],
        ['丰产路街道', '独居老人看护系统', '15.8', '2021年'],
        ['', '便民服务大厅叫号系统', '6.4', '2020年'],
        ['', '高空抛物监控', '31', '2023年'],
      ];
      const body = lines.map((line) => line.join('\t')).join('\r\n');
      return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, 'utf16le')]));
    },
    projects: [
      ['平安小区视频监控', '花园路街道', 36.5, 2021],
      ['社区信息屏', '花园路街道', 8, 2021],
      ['网格员手持终端', '花园路街道', undefined, 2022],
      ['智慧门禁', '花园路街道', 22, 2022],
      ['独居老人看护系统', '丰产路街道', 15.8, 2021],
      ['便民服务大厅叫号系统', '丰产路街道', 6.4, 2020],
      ['高空抛物监控', '丰产路街道', 31, 2023],
    ],
    left: 0,
    asks: ['把元和万元写混了'],
  },
  {
    file: '采购意向（自采购网复制）.xlsx',
    hard: 'three notices below each other with the same titles: the unit stands in the heading and below as signature',
    projects: [
      ['不动产登记档案数字化加工', '青溪区自然资源局', 185.6, 2024],
      ['实景三维成果更新服务', '青溪区自然资源局', 240, 2024],
      ['基层医疗机构云HIS租用', '青溪区卫生健康委员会', 96, 2024],
      ['远程提讯系统运维', '青溪区人民检察院', 12.8, 2024],
    ],
    bytes: sheets('xlsx', {
      name: 'Sheet1',
      rows: `
青溪区自然资源局2024年4月至6月政府采购意向
序号|采购项目名称|采购需求概况|预算金额（万元）|预计采购时间（填写到月）
1|不动产登记档案数字化加工|扫描、著录、挂接12万卷|185.6|2024年5月
2|实景三维成果更新服务|城区62平方公里|240|2024年6月
本次公开的采购意向是初步安排，以采购公告和采购文件为准。
青溪区自然资源局
2024年3月20日
.
青溪区卫生健康委员会2024年5月至7月政府采购意向
序号|采购项目名称|采购需求概况|预算金额（万元）|预计采购时间（填写到月）
1|基层医疗机构云HIS租用|28家卫生院接入|96|2024年6月
本次公开的采购意向是初步安排，以采购公告和采购文件为准。
青溪区卫生健康委员会
2024年4月7日
.
青溪区人民检察院2024年5月政府采购意向
序号|采购项目名称|采购需求概况|预算金额（万元）|预计采购时间（填写到月）
1|远程提讯系统运维|一年|12.8|2024年5月`,
      merges: 'A1:E1 A5:E5 A9:E9 A12:E12 A16:E16',
    }),
  },
  {
    file: 'project_export_20230811.xlsx',
    hard: 'the field names of a program below the titles, estimated and approved sums, rows marked as deleted, a trial',
    projects: [
      ['城市生命线燃气监测', '市城市管理局', 798.54, 2022],
      ['政务外网核心设备国产化替换', '市大数据局', 432, 2023],
    ],
    left: 3,
    bytes: sheets('xlsx', {
      name: 'sheet0',
      rows: `
项目编码|项目名称|建设单位编码|建设单位名称|立项年度|估算总投资|批复总投资|建设状态|创建人|是否删除
PROJ_CODE|PROJ_NAME|ORG_CODE|ORG_NAME|APPROVE_YEAR|EST_INVEST|APPR_INVEST|PROJ_STATUS|CREATOR|IS_DELETED
P202200013|城市生命线燃气监测|O1|市城市管理局|2022|8600000|7985400|建设中|admin|0
P202300004|政务外网核心设备国产化替换|O2|市大数据局|2023|4320000||申报|lisi|0
P202300005|旧版门户改版|O2|市大数据局|2023|900000|800000|申报|lisi|1
P202300009|测试项目请勿删除|O2|市大数据局|2023|100000|100000|申报|admin|0`,
    }),
  },
  {
    file: '公告采集.jsonl',
    hard: 'objects within records, sums with their unit beside them, a notice that is corrected',
    projects: [
      ['海棠区智慧水务监管平台建设项目', '海棠区水务局', 298, 2024],
      ['海棠区教育局中小学阅卷系统采购项目', '海棠区教育局', 68, 2024],
    ],
    bytes: text(
      [
        {
          title: '海棠区智慧水务监管平台建设项目公开招标公告',
          purchaser: { name: '海棠区水务局', phone: '无' },
          budget: { value: 2980000, unit: '元' },
          pubTime: '2024-03-08 09:30:00',
        },
        {
          title: '关于海棠区教育局中小学阅卷系统采购项目的竞争性磋商公告',
          purchaser: { name: '海棠区教育局' },
          budget: { value: 68, unit: '万元' },
          pubTime: '2024-05-20',
        },
        {
          title: '海棠区教育局中小学阅卷系统采购项目更正公告',
          purchaser: { name: '海棠区教育局' },
          budget: { value: 68, unit: '万元' },
          pubTime: '2024-05-24',
        },
      ]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    ),
  },
  {
    file: '信息公开-项目清单.xls',
    hard: 'a web page: the unit of money in the caption, the year above the table, signs written as references',
    projects: [
      ['冷链追溯“一物一码”', '区商务局', 35.5, 2023],
      ['林长制智慧平台', '区林业局', 1024, 2023],
    ],
    bytes: text(`<html><head><title>x</title></head><body><p>白塔区2023年信息化项目清单</p><table>
<caption>单位：万元</caption>
<tr><th>序号</th><th>项目名称</th><th>单位</th><th>总投资</th></tr>
<tr><td>1</td><td>冷链追溯&ldquo;一物一码&rdquo;</td><td>区商务局</td><td>35.50</td></tr>
<tr><td>2</td><td>林长制智慧平台</td><td>区林业局</td><td>1,024.00&nbsp;</td></tr>
</table></body></html>`),
  },
];
