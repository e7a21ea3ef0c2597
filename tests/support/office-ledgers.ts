import { sheets } from './ledger-cells.ts';
import type { MessyLedger } from './messy-ledgers.ts';

const text = (content: string) => (): Uint8Array => new TextEncoder().encode(content);

/** Ledgers of a third kind: copied from pages, exported by programs and forms, with what each row means beside it. */
export const OFFICE_LEDGERS: readonly MessyLedger[] = [
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
    file: '智慧城市投资计划（分领域）.xlsx',
    hard: 'each group states its own unit of money',
    projects: [
      ['城管执法全流程系统', '市城管局', 320, 2024],
      ['养老助餐刷脸结算', '市民政局', 128, 2024],
      ['工业互联网标识解析二级节点', '市工信局', 880, 2024],
    ],
    bytes: sheets('xlsx', {
      name: '计划',
      rows: `
2024年智慧城市建设投资计划
序号|项目名称|责任单位|总投资|2024年计划投资|资金来源
一、城市治理领域（单位：万元）
1|城管执法全流程系统|市城管局|320|200|市财政
二、民生服务领域（单位：元）
1|养老助餐刷脸结算|市民政局|1280000|1280000|市财政
三、产业服务领域（单位：万元）
1|工业互联网标识解析二级节点|市工信局|880|500|企业自筹`,
      merges: 'A1:F1 A3:F3 A5:F5 A7:F7',
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
    file: '277841_信息系统摸底_3_3.xlsx',
    hard: 'answers of a questionnaire: two systems in one row',
    projects: [
      ['河长通', '区水利局', 45, 2019],
      ['公证预约', '区司法局', 12.8, 2020],
      ['水雨情监测', '区水利局', 118.5, 2021],
    ],
    bytes: sheets('xlsx', {
      name: 'Sheet1',
      rows: `
序号|提交答卷时间|所用时间|1、您所在单位：|2、系统1名称|系统1建设费用（万元）|系统1上线时间|3、系统2名称|系统2建设费用（万元）|系统2上线时间
1|2023/5/6 10:22:01|312秒|区水利局|河长通|45|2019.5|水雨情监测|118.5|2021.8
2|2023/5/6 11:02:44|120秒|区司法局|公证预约|12.8|2020|(空)|(空)|(空)`,
    }),
  },
  {
    file: '社区数字化小项目.xlsx',
    hard: 'titles as people speak, the unit of each sum in a column without a title',
    projects: [
      ['居民议事厅小程序', '锦绣社区', 2.8, 2022],
      ['电动车充电桩管理后台', '锦绣社区', 0.8, 2021],
      ['人脸识别门禁', '和平社区', 12, 2020],
    ],
    bytes: sheets('xlsx', {
      name: '一览',
      rows: `
社区|项目|花了多少钱||什么时候建的|钱从哪来
锦绣社区|居民议事厅小程序|2.8|万|22年3月|党群经费
锦绣社区|电动车充电桩管理后台|8000|元|2021年冬|社会资本
和平社区|人脸识别门禁|12|万|2020年|业委会`,
      merges: 'C1:D1',
    }),
  },
  {
    file: '专项债项目清单.csv',
    hard: '亿元 above the titles',
    projects: [
      ['红石数据中心（一期）', '红石城投集团', 32_600, 2022],
      ['智慧停车基础设施', '红石交投公司', 10_500, 2022],
    ],
    bytes: text(`,,,,,
2022年新增专项债券项目（信息基础设施领域）清单,,,,,
,,,,,金额：亿元
地区,项目名称,项目主体,总投资,其中：专项债需求,建设起止
本级,红石数据中心（一期）,红石城投集团,3.26,2.4,2022-2024
本级,智慧停车基础设施,红石交投公司,1.05,0.8,2022—2023年
合计,,,4.31,3.2,
`),
  },
  {
    file: '预算与执行对照.xlsx',
    hard: 'planned and spent below each other, parts of a project, a phase for each row of a merged name',
    projects: [
      ['法律援助一体化平台', '区司法局', 56],
      ['智慧团建服务系统', '团区委', 12],
      ['智慧气象保障', '市气象局', 1180],
      ['红石智慧旅游一期', '区文旅局', 380],
      ['红石智慧旅游二期', '区文旅局', 260],
    ],
    bytes: sheets(
      'xlsx',
      {
        name: '对照',
        rows: `
2023年信息化项目预算执行对照表（单位：元）
编号|项目|承办部门|科目|金额|说明
01|法律援助一体化平台|区司法局|预算|560000|
|||实际|548800|合同价
02|智慧团建服务系统|团区委|预算|120000|
|||实际|0|未实施`,
        merges: 'A1:F1 A3:A4 B3:B4 C3:C4 A5:A6 B5:B6 C5:C6',
      },
      {
        name: '重点工程',
        rows: `
序号|工程名称|责任单位|概算（万元）|形象进度
1|智慧气象保障|市气象局|1180|雷达选址
|其中：气象雷达||820|
|其中：预警发布平台||360|`,
      },
      {
        name: '分期',
        rows: `
项目|分期|承担单位|批复总投资（万元）|批复文号
红石智慧旅游|一期|区文旅局|380|红发改〔2019〕21号
|二期|区文旅局|260|红发改〔2021〕77号`,
        merges: 'A2:A3',
      },
    ),
  },
  {
    file: '信息化项目变更调整台账.xlsx',
    hard: 'sums before and after a change: the latter holds',
    projects: [
      ['城市体征监测', '区城运中心', 498.5],
      ['残疾人就业服务网', '区残联', 36],
    ],
    bytes: sheets('xlsx', {
      name: '调整',
      rows: `
序号|项目名称|单位|调整前||调整后||调整原因
|||投资（万元）|工期|投资（万元）|工期|
1|城市体征监测|区城运中心|560|12个月|498.5|15个月|核减硬件
2|残疾人就业服务网|区残联|36|6个月|36|9个月|延期`,
      merges: 'A1:A2 B1:B2 C1:C2 D1:E1 F1:G1 H1:H2',
    }),
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
