import { href } from '../../view/links.ts';
import { byId, make, told } from '../elements.ts';
import type { Failure } from './messages.ts';

/** Asks for more: of so few words 「没有找到」 would mean nothing. */
export function tooShort(): Node[] {
  return [
    told(
      '写得太少，还查不出来。',
      '再写明给谁用、办什么事、有哪些功能，例如「给独居老人装手环，没有动静就提醒社区上门」。',
    ),
  ];
}

/** A need that says too little may be one of what is registered: the business lines to choose from. */
export function topics(): Node[] {
  const all = byId('topics', HTMLTemplateElement).content.cloneNode(true);
  return [told('是不是这些事里的一件？', '点开看各有哪些项目。'), all];
}

/** What to do when nothing like it is there. */
export function nothingSimilar(): Node[] {
  const catalogue = make('a', { href: href('/projects/') }, ['项目目录']);
  const guide = make('a', { href: href('/guides/how-to-file/') }, ['看怎样申报']);
  return [
    told('没有找到相似的项目。', '没有登记的项目查不到，所以还要由人判断：'),
    make('ul', {}, [
      make('li', {}, ['换一种说法再查一遍，少写背景，多写功能；']),
      make('li', {}, ['到', catalogue, '里按词再查；']),
      make('li', {}, ['确实没有、准备新建的，', guide, '。']),
    ]),
  ];
}

const REASONS: Readonly<Record<Failure, string>> = {
  'not-loaded': '没有读到查重用的文件，网络可能断了。',
  replaced: '登记库刚刚更新，要重新打开本页。',
  broken: '查重用的文件读不出来，可能没有传完整。',
};

/** Trouble is said as trouble. It never looks like an answer. */
export function trouble(failure: Failure, detail: string, again: () => void): Node[] {
  const button = make('button', { class: 'button button-quiet', type: 'button' }, [
    failure === 'replaced' ? '重新打开本页' : '再试一次',
  ]);
  button.addEventListener('click', failure === 'replaced' ? () => location.reload() : again);
  const reason = told('查重没有做成：', `${REASONS[failure]}这不表示没有相似的项目。`);
  reason.title = detail;
  return [reason, make('p', {}, [button])];
}
