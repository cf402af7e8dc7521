"""Korean words for periods and windows, in the held-out part: `tests.ministry.asking_heldout`."""

KOREAN_TIMES_HELDOUT = """
# ko-when MONTHLY 1
지난달
이달 직전 달
이번 달 기준 전월
이번 달에서 한 달 거슬러 올라간 달
오늘 기준으로 지난달
이번 달 말고 지난달
이번 달보다 한 달 앞선 달
# ko-when MONTHLY 2
지지난달
이달 기준 전전월
오늘 기준으로 두 달 전
이번 달보다 두 달 앞선 달
저번 달보다 한 달 앞선 달
저번 달 말고 지지난달
# ko-when MONTHLY 3
꼭 석 달 전
오늘로부터 3개월 전
이달 기준 3개월 전
두 달 전 말고 석 달 전
이번 달보다 석 달 앞선 달
저번 달보다 두 달 앞선 달
# ko-when MONTHLY 6
꼭 반년 전
정확히 6개월 전
이달 기준 6개월 전
지금으로부터 반년 전
이번 달보다 여섯 달 앞선 달
이달에서 반년 거슬러 올라간 달
# ko-when MONTHLY 12
작년 이번 달
1년 전 이맘때
작년 요맘때
한 해 전 이달
이달 기준 12개월 전
이번 달보다 열두 달 앞선 달
올해 말고 작년 이맘때
# ko-when MONTHLY 24
재작년 이번 달
두 해 전 이맘때
재작년 요맘때
지지난해 이달
이달 기준 24개월 전
이번 달보다 2년 앞선 달
작년 말고 재작년 이맘때
# ko-when QUARTERLY 1
지난 분기
이번 분기 말고 저번 분기
이번 분기 기준 직전 분기
오늘 기준으로 지난 분기
이번 분기 바로 앞의 분기
이번 분기보다 한 분기 앞선 분기
# ko-when QUARTERLY 2
지지난 분기
이번 분기 기준 전전 분기
지난 분기 말고 지지난 분기
지난 분기 직전의 분기
이번 분기보다 두 분기 앞선 분기
저번 분기보다 한 분기 앞선 분기
# ko-when QUARTERLY 3
꼭 세 분기 전
이번 분기로부터 세 분기 전
이번 분기 기준 3개 분기 전
두 분기 전 말고 세 분기 전
지지난 분기 직전의 분기
저번 분기보다 두 분기 앞선 분기
# ko-when QUARTERLY 4
지난해 이번 분기
한 해 전 이번 분기
올해 말고 작년 이번 분기
지금으로부터 네 분기 전
이번 분기보다 네 분기 앞선 분기
이번 분기에서 1년 거슬러 올라간 분기
# ko-when YEARLY 1
작년
지난해 한 해
올해 말고 작년
올해 기준 1년 전
올해 바로 직전 해
올해보다 한 해 앞선 해
# ko-when YEARLY 2
재작년
지지난해 한 해
작년 말고 재작년
올해 기준 전전년도
지금으로부터 2년 전
작년 직전 해
올해보다 두 해 앞선 해
# ko-when YEARLY 3
올해로부터 3년 전
재작년 말고 그 전해
2년 전 말고 3년 전
재작년 직전 해
올해보다 3년 앞선 해
재작년보다 한 해 앞선 해
# ko-window week
바로 지난주에
지난주 한 주간
저번 주 한 주 동안
이번 주 말고 지난주에
오늘 기준으로 지난주에
지난주 월요일에서 일요일까지
# ko-window this-week
이번 주 중에
금주 들어
지난주 말고 이번 주에
이번 주 들어 지금까지
이번 주 월요일 이후로
이번 주 월요일부터 오늘까지
# ko-window month
바로 지난달에
지난달 한 달간
저번 달 중에
이번 달 말고 지난달에
오늘 기준으로 지난달에
지난달 첫날부터 마지막 날까지
# ko-window since
{first} 이후로
{first}부터 오늘까지
{before}<이> 지나고 나서
{first} 또는 그 이후에
{before} 다음 날부터 오늘까지
{first}<을> 포함하여 그 이후에
# ko-window between
{first}에서 {last}까지
{first}부터 {last}까지(양일 포함)
{first}부터 {last}까지의 기간에
{first}에서 시작해 {last}까지
{first} 이후로 {last}까지
# ko-window day
{day} 당일에
딱 {day}에
정확히 {day}에
{day} 그날 하루 동안
배포일 기준으로 {day}에
전날도 다음 날도 아닌 {day}에
# ko-window in
{month} 한 달 동안
앞뒤 달 말고 {month}에
배포일 기준으로 {month}에
{month} 1일에서 말일 사이에
{month} 초부터 그달 말까지
# ko-window days
최근 {days}일간
최근 {days}일 안에
지난 {days}일 사이에
오늘까지 최근 {days}일간
오늘까지 지난 {days}일 동안
오늘을 포함한 최근 {days}일 동안
"""
