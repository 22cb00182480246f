using System.Net;
using BedrockGateway.Containers.Tests.Running;
using BedrockGateway.TestGateway.Clients;
using DotNet.Testcontainers.Builders;

namespace BedrockGateway.Containers.Tests;

/// <summary>What outlives a container, and what containers do not share.</summary>
public sealed class StateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StackUsersAndKeys_SurviveARestart()
    {
        await Engine.RequireLocalAwsAsync();
        await using var aws = await EmulatorContainer.StartAsync([EmulatorContainer.WithApi]);
        await aws.DeployAsync();
        var member = await EnrolAsync(aws);

        await aws.Container.StopAsync(Token);
        await aws.Container.StartAsync(Token);

        await AssertKnownAsync(aws, member);
    }

    [Fact]
    public async Task Volume_HandsTheStackToAnotherContainer()
    {
        await Engine.RequireLocalAwsAsync();
        await using var volume = new VolumeBuilder().Build();
        await volume.CreateAsync(Token);
        var first = await EmulatorContainer.StartAsync(
            [EmulatorContainer.WithApi], builder => builder.WithVolumeMount(volume, EmulatorContainer.StateFolder));
        Member member;
        IReadOnlyDictionary<string, string> outputs;
        await using (first)
        {
            await first.DeployAsync();
            member = await EnrolAsync(first);
            outputs = first.Outputs;
        }

        await using var second = await EmulatorContainer.StartAsync(
            [EmulatorContainer.WithApi], builder => builder.WithVolumeMount(volume, EmulatorContainer.StateFolder));
        second.Adopt(outputs);

        await AssertKnownAsync(second, member);
    }

    [Fact]
    public async Task TwoContainers_KnowNothingOfEachOther()
    {
        await Engine.RequireLocalAwsAsync();
        await using var one = await EmulatorContainer.StartAsync([EmulatorContainer.WithApi]);
        await using var other = await EmulatorContainer.StartAsync([EmulatorContainer.WithApi]);
        await one.DeployAsync();
        await other.DeployAsync();
        var member = await EnrolAsync(one);

        using var stranger = other.Client();
        var login = await stranger.LoginAsync(member.Email, member.Password);
        var models = await stranger.GetAsync("bedrock", member.IdToken, member.Key);

        Assert.Equal("User does not exist.", (string?)login.Json["message"]);
        Assert.Equal(HttpStatusCode.Unauthorized, models.Status);
        await AssertKnownAsync(one, member);
    }

    private static async Task<Member> EnrolAsync(EmulatorContainer aws)
    {
        using var client = aws.Client();
        return await client.EnrolAsync();
    }

    private static async Task AssertKnownAsync(EmulatorContainer aws, Member member)
    {
        using var client = aws.Client();
        var login = await client.LoginAsync(member.Email, member.Password);
        Assert.True(login.Status == HttpStatusCode.OK, login.Body);
        var fresh = await client.GetAsync("bedrock", (string?)login.Json["IdToken"], member.Key);
        var old = await client.GetAsync("bedrock", member.IdToken, member.Key);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (fresh.Status, old.Status));
    }
}
