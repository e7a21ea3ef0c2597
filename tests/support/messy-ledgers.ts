import * as XLSX from '@e965/xlsx';

type Maybe<T> = T | undefined;
type Read = readonly [name: string, unit?: Maybe<string>, amount?: Maybe<number>, year?: Maybe<number>];

/** A ledger as some office keeps it, and what a careful reader gets out of it. */
export interface MessyLedger {
  readonly file: string;
  /** What is hard in it. */
  readonly hard: string;
  readonly bytes: () => Uint8Array;
  /** 名称, 单位, 金额（万元）, 年份; undefined where the ledger does not say. */
  readonly projects: readonly Read[];
  /** How many places are left, each with a reason; not counted where it does not matter. */
  readonly left?: number;
  /** Words that the questions must hold, one a question that matters. */
  readonly asks?: readonly string[];
}

type Value = string | number | Date | null | { readonly v: number; readonly z: string };
interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hidden?: true;
}

const workbook =
  (type: XLSX.BookType, ...plans: readonly SheetPlan[]) =>
  (): Uint8Array => {
    const book = XLSX.utils.book_new();
    for (const { name, rows, merges = [], hiddenRows = [] } of plans) {
      const cells = rows.map((row) =>
        row.map((value) => (value !== null && typeof value === 'object' && 'z' in value ? value.v : value)),
      );
      const sheet = XLSX.utils.aoa_to_sheet(cells, { cellDates: false, dateNF: 'yyyy"年"m"月"d"日"' });
      for (const [r, row] of rows.entries())
        for (const [c, value] of row.entries())
          if (value !== null && typeof value === 'object' && 'z' in value)
            sheet[XLSX.utils.encode_cell({ r, c })] = { t: 'n', v: value.v, z: value.z };
      sheet['!merges'] = merges.map((ref) => XLSX.utils.decode_range(ref));
      if (hiddenRows.length > 0)
        sheet['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at + 1) }));
      XLSX.utils.book_append_sheet(book, sheet, name);
    }
    book.Workbook = { Sheets: plans.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) };
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer);
  };

const text = (content: string) => (): Uint8Array => new TextEncoder().encode(content);
const date = (day: string): Date => new Date(`${day}T00:00:00`);

/** Ledgers of the kinds that districts send: no two have the same titles. */
export const MESSY_LEDGERS: readonly MessyLedger[] = [
  {
    file: '2024年区本级政府投资信息化项目计划表.xlsx',
    hard: 'two lines of titles, money by source, groups with sums of their own, the total on top',
    bytes: workbook('xlsx', {
      name: '计划',
      rows: [
        [
          '示例区2024年区本级政府投资信息化项目计划表',
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
        ],
        [null, null, null, null, null, null, null, null, null, null, '单位：万元', null],
        [
          '序号',
          '项目名称',
          '建设性质',
          '项目单位',
          '建设起止年限',
          '总投资',
          '至2023年底累计完成投资',
          '2024年计划安排资金',
          null,
          null,
          '建设内容及规模',
          '备注',
        ],
        [null, null, null, null, null, null, null, '小计', '区财政', '上级补助', null, null],
        [null, '总计（4个）', null, null, null, 2276.5, 300, 1010, 800, 210, null, null],
        ['一', '续建项目（2个）', null, null, null, 1596.5, 300, 600, 500, 100, null, null],
        [
          1,
          '示例区城市运行中心一期',
          '续建',
          '区大数据局',
          '2023-2024',
          1280,
          300,
          400,
          300,
          100,
          '建设态势感知、事件分拨、指挥调度三个模块，接入二十三个部门的数据。',
          null,
        ],
        [
          2,
          '示例区智慧校园平台',
          '续建',
          '区教育局',
          '2023—2025',
          316.5,
          null,
          200,
          200,
          null,
          '建设教务、考勤、家校沟通。',
          '含运维',
        ],
        ['二', '新建项目（2个）', null, null, null, 680, null, 410, 300, 110, null, null],
        [
          3,
          '示例区河湖长制信息系统',
          '新建',
          '区农业农村局',
          '2024',
          180,
          null,
          110,
          0,
          110,
          '巡河上报、问题交办。',
          null,
        ],
        [
          4,
          '示例区社区治理一张图',
          '新建',
          '区民政局',
          '2024.5-2025.5',
          500,
          null,
          300,
          300,
          null,
          '网格、人口、房屋。',
          null,
        ],
      ],
      merges: [
        'A1:L1',
        'A3:A4',
        'B3:B4',
        'C3:C4',
        'D3:D4',
        'E3:E4',
        'F3:F4',
        'G3:G4',
        'H3:J3',
        'K3:K4',
        'L3:L4',
        'K2:L2',
      ],
    }),
    projects: [
      ['示例区城市运行中心一期', '区大数据局', 1280, 2023],
      ['示例区智慧校园平台', '区教育局', 316.5, 2023],
      ['示例区河湖长制信息系统', '区农业农村局', 180, 2024],
      ['示例区社区治理一张图', '区民政局', 500, 2024],
    ],
    left: 3,
  },
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
    file: '运维台账2023.xlsx',
    hard: 'yearly fees as numbers with a format, names of systems, a contract over two rows, ditto marks, a hidden row',
    bytes: workbook(
      'xlsx',
      {
        name: '运维',
        rows: [
          ['2023年信息系统运维台账', null, null, null, null, null, null],
          ['序号', '系统名称', '责任科室', '运维单位', '年运维费（元）', '服务期限', '运维内容'],
          [
            1,
            '协同办公系统',
            '办公室',
            '示例科技有限公司',
            { v: 86000, z: '#,##0.00' },
            '2023.1.1-2023.12.31',
            '驻场一人，系统巡检',
          ],
          [
            2,
            '门户网站群',
            '〃',
            '示例网络有限公司',
            { v: 45000, z: '#,##0.00' },
            '2023年3月1日至2024年2月29日',
            '内容保障，安全监测',
          ],
          [
            3,
            '视频会议系统',
            '信息科',
            '同上',
            { v: 120000, z: '#,##0.00' },
            '2023.1.1-2023.12.31',
            '会议保障',
          ],
          [4, '档案管理系统', '办公室', '示例科技有限公司', '30000元/年', '三年', '数据备份'],
          [5, '旧门户', '办公室', null, 1000, null, '已停'],
        ],
        merges: ['A1:G1'],
        hiddenRows: [7],
      },
      {
        name: '旧',
        rows: [
          ['系统名称', '运维费'],
          ['作废系统', 1],
        ],
        hidden: true,
      },
    ),
    projects: [
      ['协同办公系统', '办公室', 8.6, 2023],
      ['门户网站群', '办公室', 4.5, 2023],
      ['视频会议系统', '信息科', 12, 2023],
      ['档案管理系统', '办公室', 3, 2023],
    ],
    left: 2,
  },
  {
    file: '部门预算项目绩效目标.xlsx',
    hard: 'a budget of everything a street spends: only what is digital goes in; no unit of money, proven by the words beside it',
    bytes: workbook('xlsx', {
      name: '绩效目标',
      rows: [
        ['项目编码', '项目名称', '预算单位', '项目总金额', '本年金额', '测算依据', '年度绩效目标'],
        [
          '4101050001',
          '社区工作者经费',
          '示例街道办事处',
          3600000,
          1200000,
          '按人员测算，全年120万元。',
          '保障社区运转',
        ],
        [
          '4101050002',
          '智慧社区平台运维费',
          '示例街道办事处',
          450000,
          150000,
          '平台维护15万元一年。',
          '系统可用率99%',
        ],
        ['4101050003', '文化活动经费', '示例街道办事处', 300000, 100000, '全年活动10万元', '丰富群众文化'],
        ['4101050004', '绿化养护经费', '示例街道办事处', 840000, 280000, '28万元/年', '绿化达标'],
        ['4101050005', '视频监控系统维护费', '示例街道办事处', 0, 0, '尚未测算', '完好率95%'],
        [
          '4101050006',
          '老旧小区改造补助资金',
          '示例街道办事处',
          6000000,
          2000000,
          '按户数测算共200万元',
          '改造三个小区',
        ],
      ],
    }),
    projects: [
      ['智慧社区平台运维费', '示例街道办事处', 45],
      ['视频监控系统维护费', '示例街道办事处'],
    ],
    left: 4,
    asks: ['各项支出的预算'],
  },
  {
    file: '政务云资源使用情况.ods',
    hard: 'one system on several rows, one for each server, the name merged; money by the month',
    bytes: workbook('ods', {
      name: '云资源',
      rows: [
        ['示例区政务云资源使用情况统计表', null, null, null, null, null, null],
        ['序号', '租户单位', '系统名称', '云主机名称', 'vCPU（核）', '内存（GB）', '年租赁费（万元）'],
        [1, '区人力资源和社会保障局', '就业服务平台', 'rs-web-01', 8, 16, 6.2],
        [null, null, null, 'rs-db-01', 16, 64, null],
        [null, null, null, 'rs-bak-01', 4, 8, null],
        [2, '区退役军人事务局', '优抚管理系统', 'tyjr-01', 8, 16, 1.85],
        ['合计', null, null, null, 36, 104, 8.05],
      ],
      merges: ['A1:G1', 'A3:A5', 'B3:B5', 'C3:C5', 'G3:G5'],
    }),
    projects: [
      ['就业服务平台', '区人力资源和社会保障局', 6.2],
      ['优抚管理系统', '区退役军人事务局', 1.85],
    ],
    left: 1,
  },
  {
    file: '政务信息系统普查表.xlsx',
    hard: 'who filled it in stands above, a row of instructions, sample row, sums with words, 建设 and 运维 apart',
    bytes: workbook('xlsx', {
      name: '普查',
      rows: [
        ['政务信息系统普查表'],
        ['填报单位：示例区应急管理局        填报日期：2022年5月'],
        [
          '序号',
          '系统名称',
          '业务功能',
          '承建单位',
          '建成时间',
          '建设金额（万元）',
          '年度运维金额（万元）',
          '建设资金来源',
          '系统类别',
          '安全级别',
          '是否与其他系统对接',
        ],
        [
          null,
          '填写全称',
          '200字以内',
          '填写全称',
          '格式：年月',
          '保留两位小数',
          '保留两位小数',
          '财政/自筹',
          '单选',
          '三级/二级',
          '是或否',
        ],
        ['例', '××管理系统', '用于……', '××公司', '2020年1月', 100, 5, '财政', '应用', '二级', '否'],
        [
          1,
          '应急指挥平台',
          '值班值守、预案管理、视频会商',
          '示例公司',
          '2019年8月',
          '约320',
          18,
          '财政',
          '应用',
          '三级',
          '是',
        ],
        [
          2,
          '危化品监管系统',
          '企业档案、巡查、预警',
          '示例公司',
          '2021/6',
          145.2,
          '免费维护期内',
          '财政',
          '应用',
          '二级',
          '否',
        ],
        [
          3,
          '森林防火视频监控',
          '前端二十路',
          '示例公司',
          '在建',
          '合同金额待定',
          null,
          '省级补助',
          '基础设施',
          '未定级',
          '否',
        ],
        ['备注：系统指正在使用和在建的系统。'],
      ],
      merges: ['A1:K1', 'A2:K2', 'A9:K9'],
    }),
    projects: [
      ['应急指挥平台', '示例区应急管理局', 320, 2019],
      ['危化品监管系统', '示例区应急管理局', 145.2, 2021],
      ['森林防火视频监控', '示例区应急管理局', undefined, 2022],
    ],
    left: 3,
  },
  {
    file: '合同台账.xlsx',
    hard: 'names of contracts, both parties, days as numbers of a spreadsheet, 元 and no word of it',
    bytes: workbook('xlsx', {
      name: '2022',
      rows: [
        ['合同编号', '合同名称', '甲方', '乙方', '合同金额', '签订日期', '已付款', '备注'],
        [
          'HT2022-001',
          '智慧停车管理系统采购合同',
          '示例区城市管理局',
          '示例软件公司',
          1860000,
          date('2022-03-15'),
          930000,
          null,
        ],
        [
          'HT2022-002',
          '网络安全等级保护测评服务合同',
          '示例区数据局',
          '示例测评公司',
          98000,
          date('2022-05-06'),
          98000,
          null,
        ],
        [
          'HT2022-003',
          '无人机巡查服务合同',
          '示例区自然资源局',
          '示例航测公司',
          420000,
          date('2022-09-01'),
          0,
          null,
        ],
      ],
    }),
    projects: [
      ['智慧停车管理系统采购合同', '示例区城市管理局', 186, 2022],
      ['网络安全等级保护测评服务合同', '示例区数据局', 9.8, 2022],
      ['无人机巡查服务合同', '示例区自然资源局', 42, 2022],
    ],
    left: 0,
    asks: ['按元读'],
  },
  {
    file: '各单位项目汇总.et',
    hard: 'no column of units: each unit heads its own projects, with sub-totals; a second table below with other titles',
    bytes: workbook('biff8', {
      name: '汇总',
      rows: [
        ['2021年数字化项目汇总表（金额单位：万元）', null, null, null],
        ['序号', '项目', '投资额', '主要建设内容'],
        ['一、区民政局', null, null, null],
        [1, '养老服务平台', 88, '床位、补贴、监管'],
        [2, '殡葬管理系统', 25.6, '预约、公示'],
        ['小计', null, 113.6, null],
        ['二、区文化旅游局（1个）', null, null, null],
        [1, '文旅大数据平台', 150, '客流、舆情'],
        ['小计', null, 150, null],
        [null, null, null, null],
        ['序号', '项目名称', '责任单位', '概算（万元）'],
        [1, '粮食储备库监管系统', '区发改委', 66],
      ],
      merges: ['A1:D1', 'A3:D3', 'A7:D7'],
    }),
    projects: [
      ['养老服务平台', '区民政局', 88, 2021],
      ['殡葬管理系统', '区民政局', 25.6, 2021],
      ['文旅大数据平台', '区文化旅游局', 150, 2021],
      ['粮食储备库监管系统', '区发改委', 66, 2021],
    ],
    left: 4,
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
    file: '2023年项目申报.xlsx',
    hard: 'no table at all: a filled-in form for each project, one on a sheet; a sheet of a unit without a column of units',
    bytes: workbook(
      'xlsx',
      {
        name: '项目1',
        rows: [
          ['示例区政务信息化项目申报表', null, null, null],
          ['项目名称', '示例区智慧党建平台', '项目编号', 'XX-01'],
          ['申报单位', '示例区委组织部', '联系人', '示例甲'],
          ['总投资（万元）', 126.8, '建设周期', '2023年6月至2024年5月'],
          ['建设内容', '党员档案、活动积分、学习平台。', null, null],
          ['资金来源', '区财政', null, null],
        ],
        merges: ['A1:D1', 'B5:D5'],
      },
      {
        name: '区司法局',
        rows: [
          ['序号', '项目名称', '预算（万元）'],
          [1, '社区矫正信息系统', 45],
        ],
      },
    ),
    projects: [
      ['示例区智慧党建平台', '示例区委组织部', 126.8, 2023],
      ['社区矫正信息系统', '区司法局', 45, 2023],
    ],
    left: 0,
  },
  {
    file: '2022年度拟支持项目公示.csv',
    hard: 'money granted, the responsible office as the only unit, names with line breaks, notes with numbers',
    bytes: text(
      [
        '附件1,,,,',
        '2022年度示例区数字化改革拟支持项目名单,,,,',
        '序号,项目名称,主管部门,拟支持金额（万元）,备注',
        '1,"数字乡村\n综合服务平台",区农业农村局,50,',
        '2,智慧文旅一码通,区文化和旅游局,"1,000.5",含二期',
        ',,合计,1050.5,',
        '注：1.以上项目排名不分先后；2.金额以批复为准。,,,,',
      ].join('\n'),
    ),
    projects: [
      ['数字乡村 综合服务平台', '区农业农村局', 50, 2022],
      ['智慧文旅一码通', '区文化和旅游局', 1000.5, 2022],
    ],
    left: 2,
  },
];
