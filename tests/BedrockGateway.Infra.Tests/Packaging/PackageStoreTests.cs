using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

public sealed class PackageStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void SecondTime_IsNotBuilt()
    {
        var store = new PackageStore(_folder.FullName);

        var first = store.Get("a", target => File.WriteAllText(Path.Combine(target, "bootstrap"), "1"));
        var second = store.Get("a", _ => throw new InvalidOperationException("It was built twice."));

        Assert.Equal(Path.Combine(_folder.FullName, "a"), first);
        Assert.Equal(first, second);
        Assert.Equal("1", File.ReadAllText(Path.Combine(second, "bootstrap")));
    }

    [Fact]
    public void FailedBuild_IsNoPackage()
    {
        var store = new PackageStore(_folder.FullName);
        Assert.Throws<PackagingException>(() => store.Get("a", target =>
        {
            File.WriteAllText(Path.Combine(target, "half"), "");
            throw new PackagingException("No.");
        }));

        var package = store.Get("a", target => File.WriteAllText(Path.Combine(target, "whole"), ""));

        Assert.Equal(["whole"], Directory.GetFiles(package).Select(Path.GetFileName));
    }

    [Fact]
    public async Task ManyAtOnce_BuildOnce()
    {
        var builds = 0;
        var all = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => new PackageStore(_folder.FullName).Get("a", target =>
            {
                Interlocked.Increment(ref builds);
                File.WriteAllText(Path.Combine(target, "bootstrap"), "");
            }),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        var packages = await Task.WhenAll(all);

        Assert.Equal(1, builds);
        Assert.Equal([Path.Combine(_folder.FullName, "a")], packages.Distinct());
    }

    [Fact]
    public void ManyBuilds_LeaveTheNewestFour()
    {
        var store = new PackageStore(_folder.FullName);
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            var package = store.Get(name, _ => { });
            day = day.AddDays(1);
            Directory.SetLastWriteTimeUtc(package, day);
        }

        Assert.Equal(["b", "c", "d", "e"], _folder.GetDirectories().Select(package => package.Name).Order());
    }
}
