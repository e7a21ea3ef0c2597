import { Octokit } from 'octokit';
import { ForgeError } from './forge.ts';
import { faultOf, patience, waitWhenTold } from './github-patience.ts';

export interface GitHubOptions {
  /** https://api.github.com, or the address of an Enterprise Server's API. */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  /** The address for Git, without a secret. */
  readonly remote: string;
  readonly branch: string;
  readonly token: string | undefined;
  /** The account under which the bot writes; asked for when not given. Actions' own token may not ask. */
  readonly botId?: number | undefined;
  /** Milliseconds that stand for a second when waiting; 1,000 outside of tests. */
  readonly second?: number;
}

/** As many as GitHub gives on one page. */
export const PER_PAGE = 100;

/** One repository behind the API, and who we are there. */
export class GitHubApi {
  readonly hub: Octokit;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly options: GitHubOptions;
  #bot: Promise<number> | undefined;

  constructor(options: GitHubOptions) {
    this.options = options;
    this.repo = { owner: options.owner, repo: options.name };
    this.hub = new Octokit({ ...patience(options.second), auth: options.token, baseUrl: options.api });
    waitWhenTold(this.hub, options.second);
  }

  /** The numeric id of the account that we write under. */
  botId(): Promise<number> {
    const given = this.options.botId;
    this.#bot ??=
      given === undefined
        ? this.hub.rest.users.getAuthenticated().then(({ data }) => data.id)
        : Promise.resolve(given);
    return this.#bot;
  }

  /** Faults of the API in words. */
  async call<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw error instanceof ForgeError ? error : faultOf(error);
    }
  }
}
