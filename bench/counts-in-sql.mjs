/** Three counts as SQL, the peer of the panel: stock, inflow with the gap rule, and long-term receipt over rolling twelve months. */
const assisted = `assisted as (
  select household_id, concerned_month / 100 * 12 + concerned_month % 100 - 1 as month
  from payment where municipality_id = $1 and known_until = 'infinity'
  group by household_id, concerned_month having sum(amount_ore) > 0
)`

export const stockSql = `with ${assisted} select month, count(*) from assisted group by month`

export const flowSql = `with ${assisted},
  before as (select *, lag(month) over (partition by household_id order by month) as previous from assisted)
  select month, count(*) from before where previous is null or month - previous > 3 group by month`

export const longTermSql = `with ${assisted},
  within as (select month, count(*) over (partition by household_id order by month range between 11 preceding and current row) as months from assisted)
  select month, count(*) from within where months >= 10 group by month`
