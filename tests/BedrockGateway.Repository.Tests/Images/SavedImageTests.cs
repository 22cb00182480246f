using BedrockGateway.TestGateway.Images;

namespace BedrockGateway.Repository.Tests.Images;

/// <summary>Layers over layers, as a container sees them.</summary>
public sealed class SavedImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LaterLayer_GoesBeforeEarlierOnes() => Assert.Equal(
        ["/app:755", "/app/a:644", "/app/b:600"],
        await VisibleAsync(
            new LayerTar().Folder("app/").File("app/a", "600").File("app/b", "600"),
            new LayerTar().File("./app/a", "644")));

    [Fact]
    public async Task Whiteout_HidesFilesAndWholeFolders() => Assert.Equal(
        ["/app:755", "/app/ab:644", "/keep:644"],
        await VisibleAsync(
            new LayerTar().Folder("app").File("app/a").File("app/ab").File("app/d/e/f").File("keep"),
            new LayerTar().File("app/.wh.a").File("app/.wh.d")));

    [Fact]
    public async Task Whiteout_HidesNothingOfItsOwnLayer() => Assert.Equal(
        ["/app/a:600"],
        await VisibleAsync(
            new LayerTar().File("app/a", "644").File("app/b"),
            new LayerTar().File("app/a", "600").File(".wh.app")));

    [Fact]
    public async Task OpaqueFolder_HidesAllThatWasInIt() => Assert.Equal(
        ["/app:700", "/app/new:644", "/application:644"],
        await VisibleAsync(
            new LayerTar().Folder("app").File("app/a").File("app/b/c").File("application"),
            new LayerTar().Folder("app", "700").File("app/new").File("app/.wh..wh..opq")));

    [Fact]
    public async Task FileInPlaceOfAFolder_HidesWhatWasInIt() => Assert.Equal(
        ["/app:644"],
        await VisibleAsync(new LayerTar().Folder("app").File("app/a"), new LayerTar().File("app")));

    [Fact]
    public async Task LayerOfTheOtherLayout_IsReadToo()
    {
        var config = """{"config":{"User":"1"},"history":[]}""";
        await using var archive = ImageTar.OciOf(
            config, new LayerTar().File("a", content: "12"), new LayerTar().File("b", content: "345"));

        var image = await SavedImage.ReadAsync(archive, Token);

        Assert.Equal(["/a", "/b"], image.Visible().Select(file => file.ToString()));
        Assert.Equal(config, image.Config.ToJsonString());
        Assert.Equal(5, image.Bytes);
    }

    [Fact]
    public async Task LayerThatIsALink_IsReadToo()
    {
        await using var archive = ImageTar.TwiceOf(ImageTar.Config, new LayerTar().File("a", content: "12"));

        var image = await SavedImage.ReadAsync(archive, Token);

        Assert.Equal(2, image.Layers.Count);
        Assert.Equal(4, image.Bytes);
    }

    [Fact]
    public async Task ArchiveOfSomethingElse_IsRefused()
    {
        await using var archive = new MemoryStream(new LayerTar().File("a").ToArray());

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => SavedImage.ReadAsync(archive, Token));

        Assert.Equal("The archive has no manifest.json.", fault.Message);
    }

    private static async Task<IEnumerable<string>> VisibleAsync(params LayerTar[] layers)
    {
        await using var archive = ImageTar.Of(ImageTar.Config, layers);
        var image = await SavedImage.ReadAsync(archive, Token);
        return image.Visible().Select(file => $"{file}:{Convert.ToString((int)file.Mode, 8)}");
    }
}
