import { describe, expect, test } from 'vitest';
import { codes, read } from '../../testing/roster-row-of.ts';

describe('answers', () => {
  test.each([
    ['享受低保', 'RECEIVING'],
    ['是（省内）', 'RECEIVING'],
    ['城市低保', 'RECEIVING'],
    ['是', 'RECEIVING'],
    ['边缘户', 'MARGINAL'],
    ['低保边缘', 'MARGINAL'],
    ['非低保', 'NONE'],
    ['未享受低保', 'NONE'],
    ['否（已就业）', 'NONE'],
    ['无', 'NONE'],
    ['', 'NONE'],
    ['否 已退出', 'NONE'],
    ['是。', 'RECEIVING'],
    ['没有享受', 'NONE'],
    ['申请中', 'ANSWER_UNCLEAR'],
    ['不清楚', 'ANSWER_UNCLEAR'],
    ['否（边缘户）', 'MARGINAL'],
    ['否，低保边缘', 'MARGINAL'],
    ['否（非边缘户）', 'NONE'],
    ['否（原边缘户）', 'NONE'],
    ['Х', 'NONE'],
    ['✖', 'NONE'],
    ['妻子享受低保', 'ANSWER_UNCLEAR'],
    ['部分享受', 'ANSWER_UNCLEAR'],
    ['2019年享受', 'ANSWER_UNCLEAR'],
    ['2019年起享受', 'RECEIVING'],
    ['同上', 'DITTO'],
    ['待定', 'ANSWER_UNCLEAR'],
    ['原低保', 'ANSWER_UNCLEAR'],
    ['已取消低保', 'ANSWER_UNCLEAR'],
    ['省内', 'ANSWER_UNCLEAR'],
    ['2', 'ANSWER_UNCLEAR'],
  ])('低保“%s” is %s', (text, answer) => {
    const reading = read({ DIBAO: text });
    expect(codes(reading) || reading.facts?.dibaoStatus).toBe(answer);
  });

  test.each([
    ['是', true],
    ['是（省内）', true],
    ['√', true],
    ['农民工', true],
    ['进城务工', true],
    ['不是', false],
    ['非农民工', false],
    ['×', false],
    ['农村户口', 'ANSWER_UNCLEAR'],
    ['不详', 'ANSWER_UNCLEAR'],
  ])('农民工“%s” is %s', (text, answer) => {
    const reading = read({ MIGRANT: text });
    expect(codes(reading) || reading.facts?.migrantWorker).toBe(answer);
  });

  test.each([
    ['职工', 'WORKER'],
    ['在职职工', 'WORKER'],
    ['困难职工', 'WORKER'],
    ['退休工人', 'WORKER'],
    ['', 'WORKER'],
    ['农民工', 'WORKER migrant'],
    ['困难农民工（企业）', 'WORKER migrant'],
    ['进城务工人员', 'WORKER migrant'],
    ['农民', 'FARMER'],
    ['城镇居民', 'TOWNSPERSON'],
    ['居民', 'TOWNSPERSON'],
    ['农村居民', 'ANSWER_UNCLEAR'],
    ['职工家属', 'ANSWER_UNCLEAR'],
    ['非职工', 'ANSWER_UNCLEAR'],
    ['原职工', 'ANSWER_UNCLEAR'],
    ['党员', 'ANSWER_UNCLEAR'],
    ['同上', 'DITTO'],
  ])('身份“%s” is %s', (text, answer) => {
    const reading = read({ STANDING: text });
    const { headStanding, migrantWorker } = reading.facts!;
    expect(codes(reading) || `${headStanding}${migrantWorker ? ' migrant' : ''}`).toBe(answer);
  });

  test('身份 and 农民工 must agree, or the row is refused; each is accepted in the other’s column', () => {
    expect(codes(read({ STANDING: '农民', MIGRANT: '是' }))).toBe('STANDING_CONTRADICTS_MIGRANT');
    expect(codes(read({ STANDING: '农民工', MIGRANT: '否' }))).toBe('STANDING_CONTRADICTS_MIGRANT');
    const worker = read({ STANDING: '职工', MIGRANT: '是' });
    expect([codes(worker), worker.facts?.headStanding, worker.facts?.migrantWorker]).toEqual(['', 'WORKER', true]);
    expect(read({ STANDING: '农民' }).stated).toContain('MIGRANT');
    expect(read({ STANDING: '职工' }).stated).not.toContain('MIGRANT');
    expect(read({ MIGRANT: '是' }).stated).toContain('STANDING');
    expect(read({ MIGRANT: '否' }).stated).not.toContain('STANDING');
  });

  test.each([
    ['省劳模', 'PROVINCIAL'],
    ['全国劳动模范', 'NATIONAL'],
    ['市级', 'CITY'],
    ['省部级', 'PROVINCIAL'],
    ['无', 'NONE'],
    ['县劳模', 'NONE'],
    ['全国五一劳动奖章、市劳模', 'CITY'],
    ['市级劳模（省属企业）', 'CITY'],
    ['贵州省劳模', 'PROVINCIAL'],
    ['贵阳市劳动模范', 'CITY'],
    ['市中区劳模', 'NONE'],
    ['县级市劳模', 'ANSWER_UNCLEAR'],
    ['贵州劳模', 'ANSWER_UNCLEAR'],
    ['黔南州劳模', 'CITY'],
    ['省劳模、全国劳模', 'NATIONAL'],
    ['全国农业劳动模范', 'NATIONAL'],
    ['省总工会表彰的市劳模', 'CITY'],
    ['省三八红旗手', 'NONE'],
    ['优秀党员', 'NONE'],
    ['是', 'ANSWER_UNCLEAR'],
    ['劳模', 'ANSWER_UNCLEAR'],
  ])('劳模“%s” is %s', (text, answer) => {
    const reading = read({ MODEL_WORKER: text });
    expect(codes(reading) || reading.facts?.modelWorkerHonour).toBe(answer);
  });

  test.each([
    ['无大病', 'CAUSES_MISSING'],
    ['没有人患病、子女上学', 'SCHOOLING'],
    ['非残疾；下岗', 'UNEMPLOYMENT'],
    ['无业', 'UNEMPLOYMENT'],
    ['无劳动能力', 'OTHER'],
    ['未成年子女上学', 'SCHOOLING'],
    ['无重大疾病', 'CAUSES_MISSING'],
    ['未发生意外、失业', 'UNEMPLOYMENT'],
    ['不困难', 'CAUSES_MISSING'],
    ['无房', 'OTHER'],
    ['大病：无', 'CAUSES_MISSING'],
    ['残疾：无，大病：有', 'MAJOR_ILLNESS'],
    ['大病（无）', 'CAUSES_MISSING'],
    ['残疾否', 'CAUSES_MISSING'],
    ['大病√残疾×', 'CAUSES_UNCLEAR'],
    ['疾病除外', 'CAUSES_UNCLEAR'],
    ['曾患大病', 'CAUSES_UNCLEAR'],
    ['大病（已痊愈）', 'CAUSES_UNCLEAR'],
    ['疑似癌', 'CAUSES_UNCLEAR'],
    ['不详', 'CAUSES_UNCLEAR'],
    ['待核实', 'CAUSES_UNCLEAR'],
    ['无大病和残疾', 'CAUSES_UNCLEAR'],
    ['没有大病、残疾', 'CAUSES_UNCLEAR'],
    ['无大病或残疾', 'CAUSES_MISSING'],
    ['未参加大病保险', 'CAUSES_MISSING'],
    ['意外险', 'CAUSES_MISSING'],
    ['是', 'CAUSES_MISSING'],
    ['身体健康', 'CAUSES_MISSING'],
    ['身体健康，收入低', 'OTHER'],
    ['A', 'CAUSES_MISSING'],
    ['详见备注', 'CAUSES_MISSING'],
    ['因病致困', 'MAJOR_ILLNESS'],
    ['因残', 'DISABILITY'],
    ['因学', 'SCHOOLING'],
    ['因灾', 'DISASTER'],
    ['非因病', 'CAUSES_MISSING'],
    ['待业', 'UNEMPLOYMENT'],
    ['丈夫因病去世', 'FAMILY_CHANGE'],
    ['没钱上学', 'SCHOOLING'],
    ['无', 'CAUSES_MISSING'],
    ['250.50', 'CAUSES_NO_WORDS'],
    ['家属患病(尿毒症)', 'MAJOR_ILLNESS'],
  ])('致困原因“%s” is %s', (text, answer) => {
    const reading = read({ CAUSES: text });
    expect(codes(reading) || reading.facts?.causes.join()).toBe(answer);
  });
});
