/** After "is" or "seems" these tell what someone thinks: "is convinced that …", "are worried about …". */
export const adjectiveCues = new Set(
  `convinced confident certain sure aware unaware skeptical sceptical optimistic pessimistic hopeful afraid proud critical supportive
  adamant worried concerned dismissive wary fearful angry upset disappointed frustrated unhappy happy pleased glad grateful
  eager willing unwilling reluctant ready determined prepared committed opposed alarmed outraged furious surprised
  troubled horrified fond tired sick sorry excited enthusiastic uncertain unsure doubtful mindful scornful contemptuous impressed
  interested uncomfortable comfortable satisfied nervous anxious keen`.split(/\s+/),
)
