import type { Platform } from '../../registry/repository.ts';

/** What is seen of a page of the platform: its real words, where they stand. */
export interface PagePicture {
  /** The words at the top of the page. */
  readonly top: string;
  /** A box with what is to stand in it. */
  readonly box?: string;
  /** Words under it, or lines of text where there are none. */
  readonly note?: string;
  /** The button that is to be pressed. */
  readonly button: string;
  /** The button stands at the top right, as on GitHub's page of a file. */
  readonly above?: true;
}

/** One step of handing in on the platform's own pages. */
export interface SendStep {
  readonly title: string;
  readonly words: string;
  readonly picture: PagePicture;
}

const PATH = 'registry / projects / 本单位 /';
const NAME = '文件名.md';

/** GitHub has English pages only; the Chinese word stands behind each button. */
const GITHUB: readonly SendStep[] = [
  {
    title: '打开上面的页面',
    words:
      '第一次用，先登录。没有写入权限的账号先看到这一页：点「Fork this repository」（复制一份），复制好以后自动回到新建文件的页面。',
    picture: {
      top: 'You need to fork this repository to propose changes.',
      note: '没有写入权限的账号才有这一页',
      button: 'Fork this repository',
    },
  },
  {
    title: '核对文件名和内容',
    words:
      '名字和内容已经填好的，不用改；内容空着的，回到这里点「复制文件内容」，再到页面里粘贴。然后点右上角的「Commit changes…」（保存）。',
    picture: { top: PATH, box: NAME, button: 'Commit changes…', above: true },
  },
  {
    title: '保存',
    words: '弹出的小窗里，点「Propose changes」（提出修改）；有写入权限的，先选第二项，再点。',
    picture: {
      top: 'Propose changes',
      box: 'Create 文件名.md',
      note: '○ Commit directly…　● Create a new branch… and start a pull request',
      button: 'Propose changes',
    },
  },
  {
    title: '送件',
    words: '点「Create pull request」（送件），下一页再点一次同样的按钮，送件单就开好了。',
    picture: { top: 'Comparing changes', box: '申报：项目名称', button: 'Create pull request' },
  },
];

const GITEA: readonly SendStep[] = [
  {
    title: '打开上面的页面',
    words:
      '第一次用，先登录。没有写入权限的账号先看到「派生仓库以请求变更」一页，照着派生一份；没有这一页的旧版本，先到登记库的首页点「派生」，再回来点一次。',
    picture: {
      top: '派生仓库以请求变更',
      note: '没有写入权限的账号才要派生',
      button: '派生仓库',
      above: true,
    },
  },
  {
    title: '核对文件名和内容',
    words: '内容空着的，回到这里点「复制文件内容」，再到页面里粘贴。',
    picture: { top: PATH, box: NAME, button: '提交变更' },
  },
  {
    title: '保存',
    words:
      '在页面下方选「为此提交创建一个新的分支并发起合并请求」，点「建议文件更改」（旧版本写「提议文件更改」）。',
    picture: {
      top: '提交变更',
      box: '申报：项目名称',
      note: '○ 直接提交至 main 分支　● 为此提交创建一个新的分支并发起合并请求',
      button: '建议文件更改',
    },
  },
  {
    title: '送件',
    words: '点「创建合并请求」，送件单就开好了。',
    picture: { top: '合并请求', box: '申报：项目名称', button: '创建合并请求' },
  },
];

const GITEE: readonly SendStep[] = [
  {
    title: '先复制一份',
    words:
      '登录以后，在登记库的首页点右上角的「Fork」，选自己的空间，点「确认」，等后台复制好。已经是成员的，不用这一步。',
    picture: { top: '登记库', button: 'Fork', above: true },
  },
  {
    title: '新建文件',
    words:
      '在自己那一份里打开本单位的文件夹，点「+ 文件 → 新建文件」，文件名照上面写的填，内容点「复制文件内容」再粘贴，点「提交」。',
    picture: { top: PATH, box: NAME, button: '提交' },
  },
  {
    title: '送件',
    words:
      '点「+ Pull Request」，源分支选自己的，目标分支选登记库的，写上项目名称，点「创建 Pull Request」（旧版本写「提交 Pull Request」）。',
    picture: {
      top: '创建 Pull Request',
      box: '申报：项目名称',
      note: '源分支：自己的　→　目标分支：登记库的',
      button: '创建 Pull Request',
    },
  },
];

const GITLAB: readonly SendStep[] = [
  {
    title: '打开上面的页面',
    words: '第一次用，先登录。没有写入权限的账号，页面会请您先派生一份，照做以后回来再点一次。',
    picture: { top: PATH, box: NAME, button: '提交更改' },
  },
  {
    title: '保存',
    words:
      '内容点「复制文件内容」再粘贴；「目标分支」写一个新名字，勾选「以此更改启动新合并请求」，点「提交更改」。',
    picture: {
      top: '提交更改',
      box: '目标分支：filing-项目',
      note: '☑ 以此更改启动新合并请求',
      button: '提交更改',
    },
  },
  {
    title: '送件',
    words: '点「创建合并请求」，送件单就开好了。',
    picture: { top: '新建合并请求', box: '申报：项目名称', button: '创建合并请求' },
  },
];

const STEPS: Readonly<Record<Platform, readonly SendStep[]>> = {
  GitHub: GITHUB,
  Gitea: GITEA,
  Forgejo: GITEA,
  GitLab: GITLAB,
  Gitee: GITEE,
};

/** The steps on a platform's own pages; on GitHub's while nobody says which it is. */
export function sendSteps(platform: Platform | undefined): readonly SendStep[] {
  return STEPS[platform ?? 'GitHub'];
}

/** What a picture shows, for those who do not see it. */
export function pictureWords({ top, box, note, button, above }: PagePicture): string {
  const seen = [`页面上方写着「${top}」`, ...(box ? [`框里是「${box}」`] : []), ...(note ? [note] : [])];
  return `${seen.join('；')}；要点的按钮「${button}」在${above ? '右上角' : '右下角'}。`;
}
