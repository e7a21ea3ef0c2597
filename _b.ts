import {loadRegistry} from '/work/main/src/io/registry.ts';
import {floor} from '/work/main/scripts/bench/floor.ts';
const n=process.argv[2];
for(let i=0;i<3;i++){ let t=performance.now(); const a=await floor('/tmp/syn'+n); const f=performance.now()-t; t=performance.now(); const r=await loadRegistry('/tmp/syn'+n); const c=performance.now()-t; console.log(n,a,'floor',f|0,'check',c|0,(c/f).toFixed(2)); }
