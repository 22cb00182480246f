using System.Text;
using BedrockGateway.TestGateway.Images;

namespace BedrockGateway.Repository.Tests.Images;

/// <summary>What an image is refused for, and what it is not.</summary>
public sealed class ImageScanTests
{
    private const int MaxBytes = 1024;

    // Put together here, so that no scanner of this repository takes them for what they look like.
    private const string Body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ";
    private const string KeyId = "AKIA" + "QWERTYUIOPASDF23";

    [Fact]
    public async Task GoodImage_HasNothing() => Assert.Empty(await ScanAsync(
        ImageTar.Config,
        new LayerTar()
            .Folder("tmp", "1777").Folder("var/mail", "2775").Link("bin", "usr/bin").File("app/bootstrap", "755")
            .File("etc/ssl/certs/ca-certificates.crt", content: "-----BEGIN CERTIFICATE-----\nAKIA\n")));

    [Theory]
    [InlineData("", "the user is not set, which is root")]
    [InlineData("0", "the user 0 is root")]
    [InlineData("00:1654", "the user 00 is root")]
    [InlineData("root", "the user root is root")]
    [InlineData("root:app", "the user root is root")]
    [InlineData("toor", "the user toor is root")]
    [InlineData("nobody", "the user nobody is none that the image knows")]
    public async Task Root_IsRefused(string user, string finding) => Assert.Equal(
        [$"refused: {finding}"], await ScanAsync($$$"""{"config":{"User":"{{{user}}}"}}""", WithUsers()));

    [Fact]
    public async Task NoUser_IsRefused() => Assert.Equal(
        ["refused: the user is not set, which is root"], await ScanAsync("""{"config":{}}""", WithUsers()));

    [Theory]
    [InlineData("1654")]
    [InlineData("1654:0")]
    [InlineData("app")]
    [InlineData("app:app")]
    public async Task AnotherUser_IsNot(string user) =>
        Assert.Empty(await ScanAsync($$$"""{"config":{"User":"{{{user}}}"}}""", WithUsers()));

    [Theory]
    [InlineData("4755", "refused: /usr/bin/x runs as its owner or group (setuid or setgid)")]
    [InlineData("2755", "refused: /usr/bin/x runs as its owner or group (setuid or setgid)")]
    [InlineData("666", "refused: /usr/bin/x may be changed by anybody")]
    public async Task FileOfThisMode_IsRefused(string mode, string finding)
    {
        Assert.Equal([finding], await ScanAsync(ImageTar.Config, new LayerTar().File("usr/bin/x", mode)));
        Assert.Empty(await ScanAsync(
            ImageTar.Config, new LayerTar().File("usr/bin/x", mode), new LayerTar().File("usr/bin/.wh.x")));
    }

    [Theory]
    [InlineData("tmp", "777")]
    [InlineData("data", "1777")]
    public async Task FolderOfEverybody_IsRefused(string path, string mode) => Assert.Equal(
        [$"refused: /{path} may be changed by anybody"],
        await ScanAsync(ImageTar.Config, new LayerTar().Folder(path, mode)));

    [Fact]
    public async Task Capabilities_AreRefused() => Assert.Equal(
        ["refused: /bin/ping runs with capabilities of its own"],
        await ScanAsync(ImageTar.Config, new LayerTar().FileWithCapabilities("bin/ping")));

    [Theory]
    [InlineData("app/.env")]
    [InlineData("root/.npmrc")]
    [InlineData("root/.aws/credentials")]
    [InlineData("src/.git/config")]
    [InlineData("home/app/.ssh/known_hosts")]
    public async Task PlaceOfSecrets_IsRefusedEvenWhenALaterLayerHidesIt(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var hidden = new LayerTar().File($"{path[..^name.Length]}.wh.{name}");

        Assert.Equal(
            [$"refused: /{path} is where secrets are kept"],
            await ScanAsync(ImageTar.Config, new LayerTar().File(path), hidden));
    }

    [Theory]
    [InlineData($"-----BEGIN RSA PRIVATE KEY-----\n{Body}", "a private key")]
    [InlineData($"x = \"-----BEGIN PRIVATE KEY-----\\n{Body}", "a private key")]
    [InlineData($"\0{KeyId}\0", "an AWS access key id")]
    [InlineData($"aws_access_key_id={KeyId}\n", "an AWS access key id")]
    [InlineData("//registry.example.com/:_authToken=npm_a1b2c3d4e5", "a registry's token")]
    public async Task SecretInAFile_IsRefusedInBothFormsOfText(string content, string kind)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            // Far into the file, and for text of two bytes at an odd place.
            var layer = new LayerTar().File("app/x", content: $"{new string('-', 300)}{content}", encoding: encoding);

            Assert.Equal([$"refused: /app/x has {kind} in it"], await ScanAsync(ImageTar.Config, layer));
        }
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("xAKIAQWERTYUIOPASDF23")]
    [InlineData("AKIAQWERTYUIOPASDF23456")]
    [InlineData("-----BEGIN PRIVATE KEY-----\0-----END PRIVATE KEY-----")]
    [InlineData("_authToken=${NPM_TOKEN}")]
    public async Task WhatOnlyLooksLikeOne_IsNot(string content) =>
        Assert.Empty(await ScanAsync(ImageTar.Config, new LayerTar().File("app/x", content: content)));

    [Theory]
    [InlineData("""{"config":{"User":"1","Env":["PATH=/bin","DB_PASSWORD=abcdefghijklmnop"]}}""", "config.Env[1]")]
    [InlineData("""{"config":{"User":"1","Labels":{"token":"abcdefghijklmnop"}}}""", "config.Labels.token")]
    [InlineData("""{"config":{"User":"1","Cmd":["x","--token abcdefghijklmnop"]}}""", "config.Cmd[1]")]
    [InlineData(
        """{"config":{"User":"1"},"history":[{"created_by":"/bin/sh -c SECRET_KEY='abcdefghijklmnop' make"}]}""",
        "history[0].created_by")]
    public async Task SecretOfTheConfiguration_IsRefusedWithoutBeingTold(string config, string where) => Assert.Equal(
        [$"refused: {where} has what looks like a secret"], await ScanAsync(config, new LayerTar().File("a")));

    [Fact]
    public async Task KeyIdOfTheConfiguration_IsRefused() => Assert.Equal(
        ["refused: config.Env[0] has an AWS access key id in it"],
        await ScanAsync($$$"""{"config":{"User":"1","Env":["ID={{{KeyId}}}"]}}""", new LayerTar().File("a")));

    [Fact]
    public async Task OtherConfiguration_IsNot() => Assert.Empty(await ScanAsync(
        """
        {"config":{"User":"1","Env":["TOKEN_FILE=/run/secrets/token-of-somebody","API_KEY=","HTTP_PORTS=8080"]},
        "history":[{"created_by":"/bin/sh -c #(nop) COPY file:0123456789abcdef0123456789abcdef in /app/token"}]}
        """,
        new LayerTar().File("a")));

    [Fact]
    public async Task Tools_AreWarnedAbout() => Assert.Equal(
        [
            "warning: /bin/sh is a shell or a package manager",
            "warning: /usr/bin/apt-get is a shell or a package manager",
        ],
        await ScanAsync(ImageTar.Config, new LayerTar().Link("bin/sh", "dash").File("usr/bin/apt-get", "755")
            .File("usr/share/doc/bash")));

    [Fact]
    public async Task Size_IsThatOfAllLayers() => Assert.Equal(
        ["refused: its layers have 1025 bytes, more than 1024"],
        await ScanAsync(
            ImageTar.Config,
            new LayerTar().File("a", content: new string('a', 1000)),
            new LayerTar().File("a", content: new string('b', 25))));

    private static LayerTar WithUsers() => new LayerTar().File(
        "etc/passwd",
        content: "root:x:0:0:root:/root:/sbin/nologin\ntoor:x:0:0::/:\napp:x:1654:1654::/app:/sbin/nologin\n");

    private static async Task<IEnumerable<string>> ScanAsync(string config, params LayerTar[] layers)
    {
        await using var archive = ImageTar.Of(config, layers);
        var findings = await ImageScan.RunAsync(archive, MaxBytes, TestContext.Current.CancellationToken);
        return findings.Select(finding => finding.ToString());
    }
}
