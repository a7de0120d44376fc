/**
 * Characters that identity cards and keyboards exchange in names: variants abolished in 1955 (第一批异体字整理表) and later
 * readmitted, rare forms that keyboards lack, and printed forms of other regions. OpenCC converts traditional forms,
 * not these.
 */
const pairs =
  '𠮷吉 堃坤 甯宁 寗宁 喆哲 昇升 陞升 邨村 羣群 迺乃 髙高 凃涂 囯国 囻国 峯峰 峩峨 勣绩 勲勋 勛勋 秌秋 穐秋 淸清 靑青 靜静 晧皓 皜皓 暠皓 祕秘 溼湿 ' +
  '麤粗 仝同 侣侶 倣仿 俻备 偺咱 傑杰 僊仙 凴凭 剏创 劍剑 劒剑 勅敕 卽即 厐庞 厰厂 叅参 呌叫 咊和 喒咱 啓启 啟启 嘅慨 ' +
  '墖塔 壻婿 夀寿 姉姊 姸妍 娯娱 嬭奶 孃娘 孼孽 寳宝 寶宝 尙尚 屆届 崐昆 崑昆 崘仑 崙仑 嵗岁 巖岩 巗岩 嵒岩 巤猎 帋纸 庻庶 廐厩 廹迫 弔吊 彊强 強强 ' +
  '彞彝 彛彝 徃往 恆恒 恊协 悳德 惪德 徳德 愼慎 慤悫 慙惭 戱戏 戯戏 戞戛 扞捍 拏拿 挿插 捄救 掲揭 敎教 敍叙 敘叙 旾春 旹时 昬昏 晉晋 晳晰 暎映 ' +
  '曉晓 朶朵 柒七 栁柳 桺柳 栢柏 桒桑 桮杯 梹槟 椉乘 楳梅 槑梅 榦干 槼规 櫈凳 氷冰 汎泛 沉沈 況况 泝溯 洩泄 涼凉 淨净 湻淳 湼涅 溫温 滙汇 滻浐 澂澄 澔浩 濶阔 灋法 ' +
  '灾災 炤照 烱炯 煇辉 煖暖 煙烟 燄焰 爀赫 牀床 犁犂 猨猿 玅妙 玨珏 珎珍 珤宝 琹琴 瑠琉 璢琉 瑯琅 璿璇 甎砖 畧略 畱留 畮亩 疎疏 疉叠 痺痹 皐皋 ' +
  '盌碗 盃杯 眞真 眾众 砲炮 礮炮 祐佑 禄祿 秊年 稭秸 穌稣 窓窗 竒奇 竝并 並并 笋筍 筞策 粧妆 糉粽 絃弦 綑捆 綵彩 綫线 緖绪 緜绵 縂总 纎纤 罸罚 翄翅 ' +
  '翶翱 耑专 肎肯 脇胁 脣唇 腳脚 臥卧 舘馆 艶艳 艷艳 苐第 荘庄 莊庄 菴庵 蔴麻 蕋蕊 蕐华 蘂蕊 蘓苏 虓哮 蚕蠶 衆众 裏里 裡里 覇霸 訢欣 詠咏 誌志 諐愆 譁哗 譌讹 谿溪 ' +
  '豊丰 豔艳 賛赞 贊赞 跥跺 踪蹤 躰体 軆体 輭软 辝辞 迯逃 逈迥 週周 遯遁 邱丘 郷乡 鄕乡 鄰邻 酧酬 醖酝 釦扣 鈎钩 鉅巨 鉤钩 銕铁 鋪铺 錬炼 鍊炼 鎖锁 鎻锁 鐄簧 閒闲 閙闹 ' +
  '闚窥 阯址 陜陕 陞升 隣邻 隷隶 隸隶 雋隽 雑杂 靱韧 頣颐 頼赖 顔颜 顏颜 顋腮 飜翻 飱飧 餧喂 餹糖 駡骂 騐验 驘骡 髩鬓 鬰郁 鬱郁 鮎鲶 鳯凤 鴈雁 鵞鹅 鵰雕 麐麟 黃黄 黒黑 黙默 鼇鳌 龢和 閆闫 阎闫 閻闫 傅付 萧肖 蕭肖 戴代 詹占';

/** Variant → the form that stands for both. */
export const nameVariants: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => {
    const [variant = '', standing = ''] = [...pair];
    return [variant, standing];
  }),
);
