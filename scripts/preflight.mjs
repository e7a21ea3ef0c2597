// Runs before every other script, in plain JavaScript that any Node since 12 can read:
// the rest of the project needs Node >= 22.18 (Astro 7 wants 22.12, running .ts without a flag 22.18).
const [major, minor] = process.versions.node.split('.').map(Number);
const enough = major > 22 || (major === 22 && minor >= 18);

if (!enough) {
  console.error(
    [
      `本项目需要 Node.js 22.18 或更新版本，现在用到的是 ${process.versions.node}（${process.execPath}）。`,
      '多数电脑上，npm install 会自动装好一份合适的 Node.js（作为可选依赖），不必自己升级。',
      '没有装上，常见原因是安装时用了 --omit=optional，或操作系统不在预备之列（已预备：Linux x64/arm64、Windows x64）。',
      '修复办法：删除 node_modules 后重新执行 npm install；仍不行，就把本机的 Node.js 升级到 22.18 以上。',
    ].join('\n'),
  );
  process.exit(2);
}
