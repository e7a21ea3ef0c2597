/**
 * Opens the request from the page, where the platform lets a page do that. The token lives in this call only. Each step may
 * be made a second time: a branch, file or request that is there already is brought up to date.
 */
import type { ParcelFile } from '../../../declare/parcel.ts';
import type { Platform, Repository } from '../../../registry/repository.ts';

export interface RequestPlan {
  /** Address of the platform's interface, without a slash at the end. */
  readonly api: string;
  readonly token: string;
  readonly repository: Repository;
  /** `<unit>/<slug>` */
  readonly id: string;
  readonly title: string;
  readonly files: readonly ParcelFile[];
  /** The page that sends it, where it is not the form. */
  readonly from?: string;
  /** Says what is being done. */
  readonly told: (words: string) => void;
}

type Open = (plan: RequestPlan) => Promise<string>;

const onGitea = async (): Promise<Open> => (await import('./request-gitea.ts')).openOnGitea;
const OPENERS: Readonly<Partial<Record<Platform, () => Promise<Open>>>> = {
  GitHub: async () => (await import('./request-github.ts')).openOnGitHub,
  Gitea: onGitea,
  Forgejo: onGitea,
};

/** The address of the opened request. Throws with the platform's own status where a step is refused. */
export async function openRequest(plan: RequestPlan): Promise<string> {
  const opener = OPENERS[plan.repository.platform];
  if (!opener) throw new Error(`${plan.repository.platform} 不让网页直接送件`);
  return (await opener())(plan);
}

/** A step was refused with this status. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number, said: string) {
    super(said);
    this.status = status;
  }
}

/** Whose repository it is, and what it is called there. */
export function ownerAndName({ web }: Repository): { readonly owner: string; readonly name: string } {
  const [owner = '', name = ''] = new URL(web).pathname
    .split('/')
    .filter((part) => part !== '')
    .slice(-2);
  return { owner, name };
}

/** The path of a registry file from the top of the repository. */
export function inFolder({ folder }: Repository, file: string): string {
  return [folder, file].filter((part) => part !== '').join('/');
}

/** What the request says of itself. */
export function bodyOf({ title, from = '填表页' }: RequestPlan): string {
  return `申报：${title}\n\n由${from}送出。`;
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

/** What a failed call carries: octokit gives a status of its own making where no answer came at all. */
interface Failed {
  readonly status?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
}

/** The status of the platform's answer; undefined where none came. */
export function statusOf(error: unknown): number | undefined {
  const { status, request, response } = (error ?? {}) as Failed;
  const unanswered = request !== undefined && response === undefined;
  return typeof status === 'number' && !unanswered ? status : undefined;
}

/** A page is told nothing of a call that the network or the platform's own rules for pages have stopped. */
function isUnanswered(error: unknown): boolean {
  return (
    error instanceof TypeError || (statusOf(error) === undefined && 'request' in ((error ?? {}) as object))
  );
}

/** What went wrong, in a sentence for the person. The token is never in it. */
export function requestFault(error: unknown, { platform }: Repository): string {
  const status = statusOf(error);
  if (status === 401) return '令牌不对，或者已经过期：重新建一个，勾选仓库读写。';
  if (status === 403) return '令牌没有足够的权限，或者一小时内请求太多：核对勾选的权限，过一会儿再点。';
  if (status === 404) return '没有找到登记库，或者令牌看不到它：核对令牌的范围。';
  if (status !== undefined) return `${platform} 没有接受（${status}）。改用上面的办法送出，草稿还在。`;
  if (isUnanswered(error) && platform === 'GitHub')
    return '连不上 GitHub：网络断了，或者这里上不了它。已经送到一半的，连上以后再点一次，会接着送；也可以改用上面的办法。';
  return isUnanswered(error)
    ? `连不上 ${platform}：网络断了，或者它没有打开网页直连（跨域访问，由管理员设置）。已经送到一半的，再点一次会接着送；也可以改用上面的办法，草稿还在。`
    : `没有送成：${error instanceof Error ? error.message : '原因不明'}。改用上面的办法送出，草稿还在。`;
}
