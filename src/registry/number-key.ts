import { chineseDigit, plainDigit } from '../text/digits.ts';

/** Everyday and formal; no words of other meanings that are read out for digits. */
const CHINESE = /[〇○零一二三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖]/g;

/**
 * A 登记号 as it is compared: width, brackets, blanks, invisible characters, the script of its digits, noughts before
 * them, 第, 号 at its end, and whether brackets, a hyphen or 年 part its year make no other number of it. Between digits a boundary stays, so
 * that 〔2026〕1-1 and 〔2026〕11 are two.
 */
export function numberKey(written: string): string {
  return written
    .replace(/\p{N}/gu, (character) => plainDigit(character) ?? character)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Cc}\s]/gu, '')
    .replace(/[号號]$/, '')
    .replace(/[第年]+(?=[^第年]*$)/g, '·')
    .replace(CHINESE, chineseDigit)
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '·')
    .replace(/(?<!\d)·|·(?!\d)/g, '');
}
