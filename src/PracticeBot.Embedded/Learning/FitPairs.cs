using PracticeBot.Embedded.Features;

namespace PracticeBot.Embedded.Learning;

/// <summary>Replies set beside clients to whom they were not said, to learn and to test whether a reply belongs to a client.</summary>
public static class FitPairs
{
    private const int Seed = 1;

    /// <summary>For each reply the index of a row with another client: one by lot, and the one who speaks most alike.</summary>
    public static (int[] ByLot, int[] MostAlike) Others(IReadOnlyList<LabelledReply> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var clients = rows.Select(row => row.Client).Distinct(StringComparer.Ordinal).ToArray();
        var words = clients.ToDictionary(client => client, client => TextView.OfClient(client).Content.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words.Values.SelectMany(content => content))
        {
            held[word] = held.GetValueOrDefault(word) + 1;
        }

        var rarity = held.ToDictionary(pair => pair.Key, pair => Math.Log((double)clients.Length / pair.Value), StringComparer.Ordinal);
        var firstRow = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < rows.Count; at++)
        {
            firstRow.TryAdd(rows[at].Client, at);
        }

#pragma warning disable CA5394 // The lot must fall the same way each time.
        var lot = new Random(Seed);
        var byLot = new int[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            do
            {
                byLot[at] = lot.Next(rows.Count);
            }
            while (rows[byLot[at]].Group == rows[at].Group && rows.Any(row => row.Group != rows[at].Group));
        }
#pragma warning restore CA5394

        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var mostAlike = rows.Select(row =>
        {
            if (!alike.TryGetValue(row.Client, out var found))
            {
                alike[row.Client] = found = MostAlike(row);
            }

            return found;
        }).ToArray();
        return (byLot, mostAlike);

        int MostAlike(LabelledReply row)
        {
            var own = words[row.Client];
            var (best, highest) = (-1, -1.0);
            foreach (var client in clients)
            {
                if (rows[firstRow[client]].Group == row.Group)
                {
                    continue;
                }

                var other = words[client];
                var shared = own.Where(other.Contains).Sum(word => rarity[word]);
                var length = Math.Sqrt(own.Sum(word => rarity[word]) * other.Sum(word => rarity[word]));
                var score = length > 0 ? shared / length : 0;
                if (score > highest)
                {
                    (best, highest) = (firstRow[client], score);
                }
            }

            return best < 0 ? 0 : best;
        }
    }
}
