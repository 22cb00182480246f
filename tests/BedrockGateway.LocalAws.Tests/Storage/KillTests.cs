namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class KillTests
{
    private const int Kills = 100;
    private const int Folders = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcknowledgedWrite_OutlivesEveryKillOfAHundred()
    {
        var rounds = await Task.WhenAll(Enumerable.Range(0, Folders).Select(KillAgainAndAgainAsync));

        Assert.Equal(Kills, rounds.Sum(round => round.Kills));
        Assert.Equal(0, rounds.Sum(round => round.Lost));
        Assert.True(rounds.Sum(round => round.Writes) >= Kills * 10, $"{rounds.Sum(round => round.Writes)} writes");
    }

    // Each start finds what the kill before it left, and is killed in turn.
    private static async Task<(int Kills, int Writes, int Lost)> KillAgainAndAgainAsync(int number)
    {
        using var folder = new TemporaryFolder();
        var (kills, writes, lost) = (0, 0, 0);
        (string PoolId, string ClientId)? people = null;
        WriteBurst? before = null;
        while (kills < Kills / Folders)
        {
            using var emulator = await KilledProcess.StartAsync(folder.Path, Token);
            var burst = new WriteBurst(emulator.Endpoint, $"r{kills}");
            lost += before is null ? 0 : await burst.CountLostAsync(before);
            before?.Dispose();
            before = burst;
            people ??= await burst.CreatePoolAsync();
            // Another moment each time, from the first writes on to when the log has been written back.
            await burst.RunAsync(people.Value, 10 + ((number + (kills * Folders)) / 2), () => emulator.KillAsync(Token));
            kills++;
            writes += burst.Writes;
        }

        using var last = await KilledProcess.StartAsync(folder.Path, Token);
        using var look = new WriteBurst(last.Endpoint, "last");
        lost += await look.CountLostAsync(before!);
        before!.Dispose();
        await last.KillAsync(Token);
        return (kills, writes, lost);
    }
}
