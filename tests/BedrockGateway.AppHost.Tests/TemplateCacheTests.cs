using BedrockGateway.Infra;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What is kept of earlier syntheses.</summary>
public sealed class TemplateCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrock-gateway-cache-");
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void MoreTemplatesThanAreKept_TheLongestUnusedGoes()
    {
        for (var i = 0; i < TemplateCache.MostKept; i++)
        {
            Save(i);
        }

        Assert.NotNull(Find(0));
        Save(TemplateCache.MostKept);

        Assert.Null(Find(1));
        Assert.All(
            Enumerable.Range(0, TemplateCache.MostKept + 1).Except([1]),
            i => Assert.Equal($"template {i}", File.ReadAllText(Find(i)!)));
        Assert.Equal(TemplateCache.MostKept, _folder.GetFiles("*", SearchOption.AllDirectories).Length - 1);
    }

    [Fact]
    public void OtherSettings_HaveATemplateOfTheirOwn()
    {
        Save(1);

        Assert.Equal("template 1", File.ReadAllText(Find(1)!));
        Assert.Null(Find(2));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Save(int number)
    {
        var synthesized = Path.Combine(_folder.FullName, "synthesized.json");
        File.WriteAllText(synthesized, $"template {number}");
        Cache(number).Save(synthesized);
    }

    private string? Find(int number) => Cache(number).Find();

    private TemplateCache Cache(int number)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return TemplateCache.For(new GatewaySettings { StackName = $"Stack-{number}" }, _folder.FullName, _clock);
    }
}
