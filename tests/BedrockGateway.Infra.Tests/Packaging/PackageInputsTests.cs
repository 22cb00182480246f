using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

public sealed class PackageInputsTests : IDisposable
{
    private static readonly PackageRecipe Native = new(LambdaPackage.Native, LambdaArch.X64, OfficialPackages: false);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("infra-tests-");

    public PackageInputsTests()
    {
        Write("BedrockGateway.Api/Program.cs", "1");
        Write("BedrockGateway.Api/Models/List.cs", "1");
        Write("BedrockGateway.ServiceDefaults/Extensions.cs", "1");
        Write("compat/Amazon.Lambda.Core/ILambdaContext.cs", "1");
        Write("Directory.Packages.props", "1");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("BedrockGateway.Api/Program.cs")]
    [InlineData("BedrockGateway.Api/Models/List.cs")]
    [InlineData("BedrockGateway.Api/Models/New.cs")]
    [InlineData("BedrockGateway.ServiceDefaults/Extensions.cs")]
    [InlineData("compat/Amazon.Lambda.Core/ILambdaContext.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("docs/openapi.json")]
    public void ChangeOfAnInput_ChangesTheHash(string path)
    {
        var before = PackageInputs.Hash(_root.FullName, Native);

        Write(path, "2");

        Assert.NotEqual(before, PackageInputs.Hash(_root.FullName, Native));
    }

    [Theory]
    [InlineData("BedrockGateway.Api/bin/Release/Api.dll")]
    [InlineData("BedrockGateway.Api/obj/project.assets.json")]
    [InlineData("compat/Aspire.Hosting/Resource.cs")]
    [InlineData("compat/signatures/Amazon.Lambda.Core.txt")]
    [InlineData("BedrockGateway.Infra/Program.cs")]
    [InlineData("README.md")]
    public void ChangeOfAnythingElse_KeepsTheHash(string path)
    {
        var before = PackageInputs.Hash(_root.FullName, Native);

        Write(path, "2");

        Assert.Equal(before, PackageInputs.Hash(_root.FullName, Native));
    }

    [Fact]
    public void Renaming_ChangesTheHash()
    {
        var before = PackageInputs.Hash(_root.FullName, Native);

        File.Move(PathOf("BedrockGateway.Api/Program.cs"), PathOf("BedrockGateway.Api/Main.cs"));

        Assert.NotEqual(before, PackageInputs.Hash(_root.FullName, Native));
    }

    [Fact]
    public void EveryRecipe_HasAHashOfItsOwn()
    {
        PackageRecipe[] recipes =
        [
            Native,
            Native with { Package = LambdaPackage.Managed },
            Native with { Arch = LambdaArch.Arm64 },
            Native with { OfficialPackages = true },
        ];

        Assert.Equal(4, recipes.Select(recipe => PackageInputs.Hash(_root.FullName, recipe)).Distinct().Count());
    }

    private string PathOf(string path) => Path.Combine(_root.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }
}
