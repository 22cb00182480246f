namespace BedrockGateway.Aspire.Tests;

public sealed class ModelTests
{
    [Fact]
    public void CommandLine_IsConfiguration()
    {
        var builder = TestApplication.CreateBuilder("--ORGANIZATION_DOMAIN=example.com", "--environment", "Staging");

        Assert.Equal("example.com", builder.Configuration["ORGANIZATION_DOMAIN"]);
        Assert.Equal("Staging", builder.Environment.EnvironmentName);
    }

    [Fact]
    public void AppHostDirectory_IsTheFolderOfTheProject()
    {
        var builder = TestApplication.CreateBuilder();

        Assert.True(File.Exists(Path.Combine(builder.AppHostDirectory, "BedrockGateway.Aspire.Tests.csproj")));
        Assert.Equal(builder.AppHostDirectory, builder.Environment.ContentRootPath);
    }

    [Fact]
    public void TwoResourcesOfOneName_AreRefused()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("worker", "true");

        var refusal = Assert.Throws<DistributedApplicationException>(() => builder.AddShell("Worker", "true"));

        Assert.Equal(
            "Cannot add resource of type 'Aspire.Hosting.ApplicationModel.ExecutableResource' with name 'Worker' "
                + "because resource of type 'Aspire.Hosting.ApplicationModel.ExecutableResource' with that name "
                + "already exists. Resource names are case-insensitive.",
            refusal.Message);
    }

    [Theory]
    [InlineData("", "Name must be between 1 and 64 characters long.")]
    [InlineData("a_b", "Name must contain only ASCII letters, digits, and hyphens.")]
    [InlineData("a--b", "Name cannot contain consecutive hyphens.")]
    [InlineData("1a", "Name must start with an ASCII letter.")]
    [InlineData("a-", "Name cannot end with a hyphen.")]
    public void NameThatIsNoName_IsRefused(string name, string problem)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new ProjectResource(name));

        Assert.Equal($"Resource name '{name}' is invalid. {problem} (Parameter 'name')", refusal.Message);
    }

    [Fact]
    public void Expression_EscapesBracesAndNamesItsParts()
    {
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCloudFormationTemplate("stack", "template.json");

        var expression = ReferenceExpression.Create($"{{x}} {"text"} {stack.GetOutput("Url")}");

        Assert.Equal("{{x}} text {0}", expression.Format);
        Assert.Equal("{x} text {stack.output.Url}", expression.ValueExpression);
    }

    [Fact]
    public void GeneratedProjectClasses_NameTheirProjects()
    {
        var app = new Projects.BedrockGateway_Aspire_TestApp();
        var host = new Projects.BedrockGateway_Aspire_TestHost();

        Assert.Equal("BedrockGateway.Aspire.TestApp.csproj", Path.GetFileName(app.ProjectPath));
        Assert.Equal("BedrockGateway.Aspire.TestHost.csproj", Path.GetFileName(host.ProjectPath));
        Assert.True(File.Exists(app.ProjectPath));
        Assert.True(app.SuppressBuild);
    }
}
