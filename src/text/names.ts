import { type Found, findIn, type Look } from './look.ts';
import { readings } from './shown.ts';

/** Common surnames, without those that are mostly other words where a name could stand: 由, 和, 全, 原 … */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵' +
  '万钱严覃武戴莫孔汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房屈饶牟艾尤阳穆农' +
  '司卓古吉缪简车项芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝封谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚皮粟冼蔺楼盘厉伊' +
  '仝郜海阚花屠廉禹井祖漆巴卿晋敬扈晁芮阙浦戈鹿薄邸雍辜羊阿乌裘亓修邰赫杭宿鲜印逯隆亢嵇宾戎勾茅於揭尉檀昝幸衡富尧闭';
const DOUBLE =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|百里|呼延|东郭|南门';
/** Words that begin like a name. */
const NO_NAME =
  '项目|单位|安全|方案|管理|计划|程序|时间|应当|应该|应急|成员|成立|成果|金水|金额|万元|解决|严格|关于|关系|任务|任职|相关|文件|方式|方面|路径|路线|农业|农村|南区|马上|常务|常驻|何人|何时|谁|司机|司法|水务|水利|施工|于|经费|经济|温馨|年度|党政|党建|党委|易于|田间|时任|牛奶|白天|常用|常年|常规|包括|包含|包干|单独|车辆|计算|应用|花费|石化|向|毛重|高度|高级|高效|祝|余额|余下|顾客|商务|商定|任免|任命|安装|安排|安置|费用|关怀|关注|关爱|应答|方可|方能|高龄|常住|包保|严重|严禁|尚未|时效|时段|康复|文化|文明|文书|文字|纪检|纪委|顾问|黄金|卫生|封闭|宁可';
/** What ends like an office, a post or a kind of person is no name. */
const GIVEN = '[\u4e00-\u9fff]';
const LAST = '(?![员人者科处局办组室部司位道院站所队委岗区市级等某章厅署庭])[\u4e00-\u9fff]';
const NAME = `(?!${NO_NAME})(?:(?:${DOUBLE})[ ]{0,2}${GIVEN}?${LAST}|[${SINGLE}](?: {0,2}${LAST}|${GIVEN}${LAST}))`;
/** What can follow a name: the end, a mark, digits, a title or what the person does. */
const AFTER =
  '(?=$|[^\u4e00-\u9fff]|[和与及]|同志|先生|女士|老师|主任|科长|局长|处长|书记|经理|教授|工程师|电话|手机|联系|微信|负责|担任|签字|签名|审核|牵头|带队|兼任|等)';
/** Words before a name; the second kind is so often a part of another word that a colon or a blank must follow. */
const PERSON =
  '(?:负责人|联系人|经办人?|承办人|填报人|填表人|报送人|申报人|审核人|审批人|复核人|签发人|牵头人|召集人|分管领导|主管领导|法定代表人|法人代表|实际控制人|项目经理)(?:姓名)?["\'」]?';
const OTHER =
  '(?:总监|主管|组长|领队|专家|验收人|评审人|开发者|作者|法人|姓名|联系方式|电话|手机|户主|机主)["\'」]?(?=[\\s:(是为])';
const LINK = '\\s{0,2}(?:[:(是为]|就是|分别[是为]){0,2}[\\s"\'「]{0,3}';
const TITLE = '(?:同志|先生|女士|[(](?:项目|技术|业务)?(?:负责人|联系人|经办人?|项目经理|组长))';

/** Cheap first look: how such words end, and the beginning of a surname. */
const WORDS_END =
  '(?:人|经办|领导|代表|经理|总监|主管|组长|领队|专家|作者|开发者|姓名|电话|手机|联系方式|户主|机主)["\'」]?';
const MAYBE = new RegExp(`${WORDS_END}${LINK}(?:[${SINGLE}]|${DOUBLE})`);

const LOOKS: readonly Look<'姓名'>[] = [
  {
    kind: '姓名',
    maybe: MAYBE,
    pattern: new RegExp(`(?:${PERSON}|${OTHER})${LINK}(${NAME})${AFTER}`, 'gm'),
    weight: () => 'judgement',
  },
  {
    kind: '姓名',
    maybe: /同志|先生|女士|\((?:项目|技术|业务)?(?:负责|联系|经办|项目经理|组长)/,
    pattern: new RegExp(`(?=${TITLE})(?<=(?<![\\u4e00-\\u9fff])(${NAME}))`, 'g'),
    weight: () => 'judgement',
  },
];

/** Names of persons behind the word for what they do, or before it: always for a person to judge. */
export function findNames(text: string, views = readings(text)): readonly Found<'姓名'>[] {
  return findIn(views, LOOKS);
}
