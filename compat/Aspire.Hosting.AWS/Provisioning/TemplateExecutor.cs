using System.Globalization;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Creates or updates a stack from a template, by way of a change set.</summary>
internal sealed partial class TemplateExecutor(
    IAmazonCloudFormation client, CloudFormationTemplateResource resource, ILogger logger, TimeProvider clock)
{
    private const string NoChanges = "The submitted information didn't contain changes";
    private static readonly string[] Capabilities =
        ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];

    private readonly StackWatch _watch = new(client, resource, logger, clock);

    /// <exception cref="AWSProvisioningException">The stack is not what the template says.</exception>
    public async Task<Stack> ExecuteAsync(CancellationToken cancellationToken)
    {
        var template = await File.ReadAllTextAsync(resource.TemplatePath, cancellationToken);
        var existing = await _watch.FindAsync(cancellationToken);
        var type = await PrepareAsync(existing, cancellationToken);
        var digest = TemplateDigest.Compute(template, resource);
        if (type == ChangeSetType.UPDATE && !resource.DisableDiffCheck && TemplateDigest.Of(existing!) == digest)
        {
            Unchanged(logger, resource.StackName);
            return existing!;
        }

        var changeSet = await CreateChangeSetAsync(type, template, digest, cancellationToken);
        if (!await HasChangesAsync(changeSet, cancellationToken))
        {
            return existing
                ?? throw new AWSProvisioningException("Failed to apply CloudFormation template: it describes nothing.");
        }

        return await ExecuteChangeSetAsync(changeSet, type, cancellationToken);
    }

    /// <summary>Gets the stack out of the way when its last creation failed, and says how to go on.</summary>
    private async Task<ChangeSetType> PrepareAsync(Stack? stack, CancellationToken cancellationToken)
    {
        if (stack?.StackStatus == StackStatus.ROLLBACK_IN_PROGRESS
            || stack?.StackStatus == StackStatus.DELETE_IN_PROGRESS)
        {
            stack = await _watch.WaitWhileInProgressAsync(cancellationToken);
        }

        if (stack?.StackStatus == StackStatus.ROLLBACK_COMPLETE)
        {
            Deleting(logger, stack.StackName);
            await CallAsync(
                "removing previous failed stack creation " + stack.StackName,
                () => client.DeleteStackAsync(new() { StackName = stack.StackName }, cancellationToken));
            stack = await _watch.WaitWhileInProgressAsync(cancellationToken);
        }

        if (stack is null
            || stack.StackStatus == StackStatus.REVIEW_IN_PROGRESS
            || stack.StackStatus == StackStatus.DELETE_COMPLETE)
        {
            return ChangeSetType.CREATE;
        }

        return stack.StackStatus == StackStatus.CREATE_COMPLETE
            || stack.StackStatus == StackStatus.UPDATE_COMPLETE
            || stack.StackStatus == StackStatus.UPDATE_ROLLBACK_COMPLETE
            ? ChangeSetType.UPDATE
            : throw new AWSProvisioningException(
                $"The stack's current state of {stack.StackStatus} is invalid for updating");
    }

    private async Task<string> CreateChangeSetAsync(
        ChangeSetType type, string template, string digest, CancellationToken cancellationToken)
    {
        Creating(logger);
        var response = await CallAsync("creating change set", () => client.CreateChangeSetAsync(
            new()
            {
                StackName = resource.StackName,
                // Unique among the stack's change sets; nobody ever types it.
                ChangeSetName = "Aspire-AppHost-" + clock.GetLocalNow().Ticks.ToString(CultureInfo.InvariantCulture),
                ChangeSetType = type,
                Capabilities =
                    [.. Capabilities.Except(resource.DisabledCapabilities, StringComparer.OrdinalIgnoreCase)],
                Parameters = [.. resource.Parameters.Select(
                    pair => new Parameter { ParameterKey = pair.Key, ParameterValue = pair.Value })],
                RoleARN = resource.RoleArn,
                TemplateBody = template,
                Tags = TemplateDigest.Tags(resource, digest),
            },
            cancellationToken));
        return response.Id;
    }

    private async Task<bool> HasChangesAsync(string changeSet, CancellationToken cancellationToken)
    {
        Reviewing(logger);
        DescribeChangeSetResponse found;
        do
        {
            await _watch.PauseAsync(cancellationToken);
            found = await CallAsync(
                "getting status of change set",
                () => client.DescribeChangeSetAsync(new() { ChangeSetName = changeSet }, cancellationToken));
        }
        while (found.Status == ChangeSetStatus.CREATE_PENDING || found.Status == ChangeSetStatus.CREATE_IN_PROGRESS);

        if (found.Status != ChangeSetStatus.FAILED)
        {
            return true;
        }

        // CloudFormation has no code for it, only this text.
        if (found.StatusReason?.Contains(NoChanges, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new AWSProvisioningException($"Failed to create CloudFormation change set: {found.StatusReason}");
        }

        Empty(logger);
        return false;
    }

    private async Task<Stack> ExecuteChangeSetAsync(
        string changeSet, ChangeSetType type, CancellationToken cancellationToken)
    {
        await _watch.SkipEventsAsync(cancellationToken);
        Executing(logger, type == ChangeSetType.CREATE ? "creation" : "update", resource.StackName);
        await CallAsync("executing CloudFormation change set", () => client.ExecuteChangeSetAsync(
            new() { StackName = resource.StackName, ChangeSetName = changeSet }, cancellationToken));
        var stack = await _watch.WaitWhileInProgressAsync(cancellationToken);
        return stack is not null && StackWatch.Succeeded(stack)
            ? stack
            : throw new AWSProvisioningException(
                "Failed to apply CloudFormation template: "
                    + (_watch.FirstFailure ?? stack?.StackStatusReason ?? "the stack is gone"));
    }

    private static async Task<T> CallAsync<T>(string what, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception)
            when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new AWSProvisioningException($"Error {what}: {exception.Message}", exception);
        }
    }

    [LoggerMessage(
        LogLevel.Information, "CloudFormation Template for CloudFormation stack {StackName} has not changed")]
    private static partial void Unchanged(ILogger logger, string stackName);

    [LoggerMessage(LogLevel.Information, "Deleting {StackName}, whose last creation failed")]
    private static partial void Deleting(ILogger logger, string stackName);

    [LoggerMessage(LogLevel.Information, "Creating CloudFormation change set.")]
    private static partial void Creating(ILogger logger);

    [LoggerMessage(LogLevel.Information, "... Waiting for change set to be reviewed")]
    private static partial void Reviewing(ILogger logger);

    [LoggerMessage(LogLevel.Information, "No changes detected for change set")]
    private static partial void Empty(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Initiated CloudFormation stack {What} of {StackName}")]
    private static partial void Executing(ILogger logger, string what, string stackName);
}
