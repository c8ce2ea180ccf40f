// SPDX-License-Identifier: MIT
#include <support/in_order.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace msp::app {
namespace {

constexpr std::size_t most_waiting = 4;  // for each thread

// What the threads share.
class Queue {
 public:
    Queue(std::size_t first, std::size_t last, std::size_t most_ahead)
        : first_(first), last_(last), most_ahead_(most_ahead), next_(first), told_(first), done_(last - first) {}

    // Of one thread, until nothing is left.
    void run(const std::function<void(std::size_t)>& work) {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return stopped_ || next_ == last_ || next_ < told_ + most_ahead_; });
            if (stopped_ || next_ == last_)
                return;
            const std::size_t mine = next_++;
            lock.unlock();
            work(mine);
            lock.lock();
            done_[mine - first_] = true;
            changed_.notify_all();
        }
    }

    void tell(const std::function<void(std::size_t)>& finish) {
        std::unique_lock lock(mutex_);
        while (told_ != last_) {
            changed_.wait(lock, [this] { return bool{done_[told_ - first_]}; });
            lock.unlock();
            finish(told_);
            lock.lock();
            ++told_;
            changed_.notify_all();
        }
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

 private:
    const std::size_t first_;
    const std::size_t last_;
    const std::size_t most_ahead_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::size_t next_;  // to be begun
    std::size_t told_;  // to be finished
    std::vector<bool> done_;
    bool stopped_ = false;
};

// Ends the threads of a queue, however it is left.
class Threads {
 public:
    explicit Threads(Queue& queue) : queue_(queue) {}
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    ~Threads() {
        queue_.stop();
        for (std::thread& thread : threads_)
            thread.join();
    }

    void start(std::size_t count, const std::function<void(std::size_t)>& work) {
        threads_.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            threads_.emplace_back([this, &work] { queue_.run(work); });
    }

 private:
    Queue& queue_;
    std::vector<std::thread> threads_;
};

}  // namespace

void in_order(std::size_t first, std::size_t last, std::size_t threads, const std::function<void(std::size_t)>& work,
              const std::function<void(std::size_t)>& finish) {
    Queue queue(first, last, most_waiting * threads);
    Threads running(queue);
    running.start(threads, work);
    queue.tell(finish);
}

}  // namespace msp::app
